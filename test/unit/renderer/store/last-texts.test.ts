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
      city: 'Porto',
      order: '{"id":1.0}',
      count: '3',
    });
  });

  it('are none of another flow, and none of a value that was cut', () => {
    const runs = [
      run('other', storyId('fl', 'Returns'), { city: value('text', '"Porto"') }),
      run('cut', flowId, { order: value('text', '"beginning of', true) }),
    ];
    expect(lastTexts(['city', 'order'], runs, flowId)).toEqual({});
  });
});
