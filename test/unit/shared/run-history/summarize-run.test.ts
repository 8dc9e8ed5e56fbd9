// The list of runs says of a run's time what its view says: work, without what a person thought about.
import { expect, test } from 'vitest';
import { tallyAfter, type RunTally } from '#shared/run-history/summarize-run.ts';
import { toldEvents, viewOf, type ToldEvent } from '../../../support/told-run.ts';

const entered: ToldEvent[2] = { type: 'node-entered' };
const paused: ToldEvent[2] = { type: 'paused', why: 'breakpoint', exit: null, trouble: null };
const edited: ToldEvent[2] = {
  type: 'variable-edited',
  name: 'total',
  part: [],
  value: { type: 'number', json: '2', truncated: false },
};
const ended: ToldEvent[2] = { type: 'run-ended', outcome: 'ended', message: null, result: null };
const minuteMs = 60_000;

const tookMs = (told: readonly ToldEvent[]) =>
  toldEvents(...told).reduce<RunTally | null>(tallyAfter, null)?.tookMs;

test.each<[string, number, readonly ToldEvent[]]>([
  [
    'a run that went through',
    900,
    [
      [400, 'Start', entered],
      [900, null, ended],
    ],
  ],
  [
    'one that was asked and answered',
    700,
    [
      [200, 'Ask', entered],
      [200, 'Ask', { type: 'asked', text: 'Which?', answerType: 'text' }],
      [200 + minuteMs, 'Ask', { type: 'answered', text: '7' }],
      [700 + minuteMs, null, ended],
    ],
  ],
  [
    'one that stood at a breakpoint',
    1000,
    [
      [300, 'Start', entered],
      [300, 'Start', paused],
      [300 + 10 * minuteMs, null, { type: 'resumed' }],
      [1000 + 10 * minuteMs, null, ended],
    ],
  ],
  [
    'one in which a value was edited at a breakpoint',
    500,
    [
      [300, 'Start', paused],
      [300 + minuteMs, 'Start', edited],
      [300 + 3 * minuteMs, null, { type: 'resumed' }],
      [500 + 3 * minuteMs, null, ended],
    ],
  ],
])('%s', (_, expected, told) => {
  expect(tookMs(told)).toBe(expected);
  expect(viewOf(...told).elapsedMs, 'in the view of the run').toBe(expected);
});
