// Two runs side by side: where they part, and what they left behind.
import { describe, expect, test } from 'vitest';
import { compareRuns } from '#shared/run-events/compare-runs.ts';
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
});
