// What a condition compared can be unfolded in the Timeline, rule by rule.
import { expect, it } from 'vitest';
import { timelineLines } from '../../../../renderer/features/timeline/timeline-lines.ts';
import { viewOf, type EventBody, type ToldEvent } from '../../../support/told-run.ts';
import { storyId } from '../../../stories/story-id.ts';

const text = (json: string) => ({ type: 'text', json, truncated: false }) as const;
const rules: Extract<EventBody, { type: 'condition-decided' }>['branches'][number]['rules'] = [
  {
    path: [0],
    operator: 'text-is',
    outcome: 'unmet',
    reason: null,
    left: text('"open"'),
    right: text('"paid"'),
  },
  {
    path: [1, 0],
    operator: 'number-between',
    outcome: 'unjudged',
    reason: 'its value is text, not a number',
    left: text('"many"'),
    right: text('"1"'),
    upper: text('"10"'),
  },
  { path: [1, 1], operator: 'value-exists', outcome: 'met', reason: null, left: text('"x"') },
  { path: [2], operator: 'text-is', outcome: 'skipped', reason: null },
];
const decided: ToldEvent = [
  2,
  'Paid?',
  {
    type: 'condition-decided',
    exit: 'else',
    branch: 'else',
    branches: [{ exit: storyId('br', 'Paid'), branch: 'Paid', met: false, rules }],
  },
];
const run = viewOf([1, 'Paid?', { type: 'node-entered' }], decided, [
  3,
  'Paid?',
  { type: 'node-left', exit: 'else', through: 'else' },
]);

it('a condition is one line that says what it took, folded', () => {
  const lines = timelineLines(run, (_seq, hasTrouble) => hasTrouble);
  expect(lines.map(({ kind, result, expanded }) => [kind, result, expanded])).toEqual([
    ['node', 'took "else"', false],
  ]);
});

it('its rules stand below it with what was compared and what came of it', () => {
  const [, ...lines] = timelineLines(run, () => true);
  expect(lines.map(({ label, compared, result }) => [label, compared, result])).toEqual([
    ['Rule 1 of Paid', '"open" is "paid"', 'not met'],
    [
      'Rule 2.1 of Paid',
      '"many" is between "1" and "10": its value is text, not a number',
      'cannot be judged',
    ],
    ['Rule 2.2 of Paid', '"x" has a value', 'met'],
    ['Rule 3 of Paid', '', 'not looked at'],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

it('the conversation says what was taken', () => {
  expect(run.conversation).toEqual([
    { type: 'decided', seq: expect.any(Number) as number, nodeId: run.timeline[0]?.nodeId, branch: 'else' },
  ]);
  expect(run.taken).toMatchObject([{ exit: 'else', failed: false }]);
});
