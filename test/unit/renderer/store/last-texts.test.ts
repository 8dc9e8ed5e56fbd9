// What runs give to the fields for samples: of several, the first that has the variable, as one would type it.
import { describe, expect, it } from 'vitest';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { type RunEvent, runEventSchema } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { storyId } from '../../../stories/story-id.ts';
import '../../../support/bridge-double.ts';
import { lastTexts } from '../../../../renderer/store/last-texts.ts';

const flowId = storyId('fl', 'Order lookup');

function run(name: string, of: typeof flowId, values: Readonly<Record<string, object>>): RunView {
  const event = (seq: number, rest: object): RunEvent =>
    runEventSchema.parse({ v: 1, runId: storyId('rn', name), seq, at: '2026-01-01T00:00:00.000Z', ...rest });
  const events = [
    event(0, { type: 'run-started', flowId: of, flowName: 'Order lookup', environmentName: null }),
    ...Object.entries(values).map(([variable, value], at) =>
      event(at + 1, { type: 'variable-set', name: variable, value }),
    ),
  ];
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  if (view === undefined) throw new Error('The run has no beginning.');
  return view;
}

const value = (type: string, json: string, truncated = false) => ({ type, json, truncated });

describe('the texts of the last runs', () => {
  it('are those of the first run that has the variable, a text without its quotes', () => {
    const runs = [
      run('shown', flowId, { city: value('text', '"Porto"') }),
      run('newest', flowId, { city: value('text', '"Faro"'), order: value('object', '{"id":1.0}') }),
      run('older', flowId, { order: value('object', '{"id":2}'), count: value('number', '3') }),
    ];
    expect(lastTexts(['city', 'order', 'count', 'person'], runs, flowId)).toEqual({
      texts: { city: 'Porto', order: '{"id":1.0}', count: '3' },
      lacks: {},
    });
  });

  it('are none of another flow', () => {
    const runs = [run('other', storyId('fl', 'Returns'), { city: value('text', '"Porto"') })];
    expect(lastTexts(['city'], runs, flowId)).toEqual({ texts: {}, lacks: {} });
  });

  it('are not those of an older run where the first that has set the variable has a value too large to be filled in', () => {
    const runs = [
      run('cut', flowId, { order: value('text', '"beginning of', true) }),
      run('older', flowId, { order: value('text', '"10482"') }),
    ];
    expect(lastTexts(['order'], runs, flowId)).toEqual({ texts: {}, lacks: { order: 'too-large' } });
  });

  it('are never the mask of a secret, nor those of a run before it', () => {
    const runs = [
      run('masked', flowId, {
        token: value('text', '"••••••••"'),
        account: value('object', '{"name":"Ana","token":"Bearer ••••••••"}'),
      }),
      run('older', flowId, { token: value('text', '"shown before it was one"') }),
    ];
    expect(lastTexts(['token', 'account'], runs, flowId)).toEqual({
      texts: {},
      lacks: { token: 'hidden', account: 'hidden' },
    });
  });
});
