// What the window has seen of a flow's variables: all of its runs together, the last word for the last one.
import { describe, expect, test } from 'vitest';
import '../../../support/bridge-double.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import { tallyValues } from '#shared/value/tally-values.ts';
import { shapeOfTally } from '#shared/value/value-tally.ts';
import type { Value } from '#shared/value/value.ts';
import { kindOfValue } from '#shared/value/value-kinds.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { seenIn, variablesOf } from '../../../../renderer/store/seen-variables.ts';
import { storyId } from '../../../stories/story-id.ts';

const flowId = storyId('fl', 'Seen');

const whole = (value: Value): ValuePreview => ({
  type: kindOfValue(value),
  json: writeJson(value),
  truncated: false,
});

function run(name: string, of: typeof flowId, values: Readonly<Record<string, ValuePreview>>): RunView {
  const stamp = { v: 1, runId: storyId('rn', name), at: '2026-01-01T00:00:00.000Z' } as const;
  const events: readonly RunEvent[] = [
    { ...stamp, seq: 0, type: 'run-started', flowId: of, flowName: 'Seen', environmentName: null },
    ...Object.entries(values).map(([variable, value], at): RunEvent => ({
      ...stamp,
      seq: at + 1,
      type: 'variable-set',
      name: variable,
      value,
    })),
  ];
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  if (view === undefined) throw new Error('The run has no beginning.');
  return view;
}

describe('the variables of a flow', () => {
  test('come from all of its runs, and from those of no other', () => {
    const seen = seenIn(
      variablesOf(
        [
          run('first', flowId, { reply: whole({ body: { id: 1, note: 'x' } }), city: whole('Porto') }),
          run('other', storyId('fl', 'Other'), { reply: whole('elsewhere') }),
          run('last', flowId, { reply: whole({ body: { id: 2 } }) }),
        ],
        flowId,
      ),
    );
    expect(seen.values).toEqual({ reply: { body: { id: 2 } }, city: 'Porto' });
    const reply = seen.tallies.get('reply');
    const body = reply === undefined ? undefined : shapeOfTally(reply).keys.get('body');
    expect(body?.keys.get('id')).toMatchObject({ seen: 2, of: 2, sample: '1' });
    expect(body?.keys.get('note')).toMatchObject({ seen: 1, of: 2 });
  });

  test('have the shape that came along where the page has only the beginning', () => {
    const cut = {
      ...whole({ first: 1, '…': '…' }),
      truncated: true,
      tally: tallyValues([{ first: 1, last: 9 }]),
    };
    const { tallies } = seenIn(variablesOf([run('cut', flowId, { big: cut })], flowId));
    expect(tallies.get('big')?.keys.map(([key]) => key)).toEqual(['first', 'last']);
  });
});
