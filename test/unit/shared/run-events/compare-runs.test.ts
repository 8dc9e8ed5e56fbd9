// Two runs side by side: where they part, and what they left behind.
import { describe, expect, test } from 'vitest';
import { compareRuns } from '#shared/run-events/compare-runs.ts';
import type { ValueTally } from '#shared/value/value-tally.ts';
import { toldNode, viewOf, type ToldEvent } from '../../../support/told-run.ts';

const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const set = (name: string, json: string): ToldEvent[2] => ({
  type: 'variable-set',
  name,
  value: { type: 'number', json, truncated: false },
});
const begun: readonly ToldEvent[] = [
  [0, 'Start', entered],
  [0, 'Start', set('same', '1')],
  [0, 'Start', left],
];

describe('two runs', () => {
  test('that went the same way have no parting place and no variables that differ', () => {
    const run = viewOf(...begun);
    expect(compareRuns(run, run)).toEqual({ sameSteps: 1, parts: [null, null], variables: [] });
  });

  test('part at the first node that only one of them came to, or that went otherwise', () => {
    const first = viewOf(...begun, [1, 'Greet', entered]);
    const second = viewOf(...begun, [1, 'Sorry', entered], [2, 'End', entered]);
    expect(compareRuns(first, second)).toMatchObject({
      sameSteps: 1,
      parts: [{ nodeId: toldNode('Greet') }, { nodeId: toldNode('Sorry') }],
    });
    expect(compareRuns(viewOf(...begun), second).parts).toMatchObject([null, { nodeId: toldNode('Sorry') }]);
    const said = viewOf(...begun, [1, 'Greet', entered], [1, 'Greet', { type: 'said', text: 'Hi' }]);
    expect(compareRuns(first, said).sameSteps).toBe(1);
  });

  test('differ in variables of other values and in those that only one of them has', () => {
    const first = viewOf(
      ...begun,
      [1, 'Ask', entered],
      [1, 'Ask', set('other', '1')],
      [1, 'Ask', set('own', '1')],
    );
    const second = viewOf(...begun, [1, 'Ask', entered], [1, 'Ask', set('other', '2')]);
    expect(
      compareRuns(first, second).variables.map(({ name, values }) => [name, ...values.map((v) => v?.json)]),
    ).toEqual([
      ['other', '1', '2'],
      ['own', '1', undefined],
    ]);
  });

  describe('with values that are too large to be kept whole', () => {
    const large = (json: string, items: number): ToldEvent[2] => ({
      type: 'variable-set',
      name: 'large',
      value: { type: 'list', json, truncated: true, tally: tallyOf(items) },
    });
    const compared = (a: ToldEvent[2], b: ToldEvent[2]) =>
      compareRuns(viewOf(...begun, [1, 'Ask', a]), viewOf(...begun, [1, 'Ask', b])).variables.map(
        ({ name, isUnknown }) => [name, isUnknown],
      );

    test('differ where their beginning or their make-up does', () => {
      expect(compared(large('[1,2', 3000), large('[1,3', 3000))).toEqual([['large', false]]);
      expect(compared(large('[1,2', 3000), large('[1,2', 2000))).toEqual([['large', false]]);
    });

    test('may differ where all that is kept is the same', () => {
      expect(compared(large('[1,2', 3000), large('[1,2', 3000))).toEqual([['large', true]]);
    });
  });
});

const tallyOf = (items: number): ValueTally => ({
  kinds: [['list', 1]],
  sample: null,
  keys: [],
  items: { kinds: [['number', items]], sample: '1', keys: [], items: null },
});
