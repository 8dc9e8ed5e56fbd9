// What the Response view tells of the variable of a call: its members, as long as the variable holds this very response.
import { expect, test } from 'vitest';
import { storedParts } from '../../../../../renderer/features/response-viewer/stored-parts.ts';
import {
  toldCallEnd,
  toldRequest,
  toldSettings,
  viewOf,
  type EventBody,
  type ToldEvent,
} from '../../../../support/told-run.ts';

const stored = (json: string, truncated = false): EventBody => ({
  type: 'variable-set',
  name: 'order',
  value: { type: 'object', json, truncated },
});

const called = (node: string, ...after: readonly EventBody[]): readonly ToldEvent[] =>
  [
    { type: 'node-entered' as const },
    { type: 'call-prepared' as const, endpointName: 'Shop', request: toldRequest, settings: toldSettings },
    toldCallEnd(),
    ...after,
  ].map((body) => [10, node, body] as const);

const names = (run: ReturnType<typeof viewOf>, index: number): readonly string[] => {
  const call = run.calls[index];
  if (call === undefined) throw new Error(`There is no call ${String(index)}.`);
  return storedParts(run, call).map(([name]) => name);
};

test('the members of the variable stand beside the call that stored it', () => {
  const run = viewOf(...called('Get order', stored('{"status":"success","status_code":200}')));
  expect(names(run, 0)).toEqual(['status', 'status_code']);
});

test('a call whose response a later one has replaced has nothing stored', () => {
  const run = viewOf(
    ...called('Get order', stored('{"status":"success"}')),
    ...called('Get again', stored('{"status":"error"}')),
  );
  expect([names(run, 0), names(run, 1)]).toEqual([[], ['status']]);
});

test('a variable that another node has set since is not told as what the call stored', () => {
  const run = viewOf(
    ...called('Get order', stored('{"status":"success"}')),
    [20, 'Set', { type: 'node-entered' }],
    [20, 'Set', stored('{"total":1}')],
  );
  expect(names(run, 0)).toEqual([]);
});

test('a response of which only the beginning is here is not told in parts', () => {
  expect(names(viewOf(...called('Get order', stored('{"body":"aaa', true))), 0)).toEqual([]);
});
