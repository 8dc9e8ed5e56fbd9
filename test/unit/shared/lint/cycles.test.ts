// Cycles without a pause in flows that have loops: what a list ends is none, what begins a loop again is.
import { expect, test } from 'vitest';
import { cyclesWithoutPause } from '#shared/lint/cycles.ts';
import { flowFacts } from '#shared/lint/flow-facts.ts';
import { workspaceFacts } from '#shared/lint/workspace-facts.ts';
import type { StoryConnection, StoryNode } from '../../../stories/story-flow.ts';
import { ask, say, told, workspaceOf } from '../../../stories/lint/lint-case.ts';

const nodes: readonly StoryNode[] = [
  ['Start', 'start', {}],
  ['Loop', 'loop', { list: '[1, 2]' }],
  say('{{item}}'),
  ask('more'),
  ['End', 'end', {}],
];

function cyclesOf(...connections: readonly StoryConnection[]) {
  const flow = told(nodes, [['Start', 'next', 'Loop'], ['Loop', 'each', 'Say'], ...connections]);
  const facts = flowFacts(flow, workspaceFacts(workspaceOf(flow)));
  return cyclesWithoutPause(facts).map(({ hasWayOut, nodes: found }) => ({
    names: found.map(({ name }) => name).join(', '),
    hasWayOut,
  }));
}

test('a body that comes back is no cycle', () => {
  expect(cyclesOf(['Say', 'next', 'Loop'], ['Loop', 'done', 'End'])).toEqual([]);
});

test('a loop that begins again when it is done goes round without end', () => {
  expect(cyclesOf(['Say', 'next', 'Loop'], ['Loop', 'done', 'Loop'])).toEqual([
    { names: 'Loop', hasWayOut: false },
  ]);
});

test('a body that leads out, or that asks, is a way out of such a cycle', () => {
  const again = [['Loop', 'done', 'Loop']] as const;
  expect(cyclesOf(['Say', 'next', 'End'], ...again)).toEqual([{ names: 'Loop', hasWayOut: true }]);
  expect(cyclesOf(['Say', 'next', 'Ask'], ['Ask', 'next', 'Loop'], ...again)).toEqual([
    { names: 'Loop', hasWayOut: true },
  ]);
});

test('a cycle in the body is one', () => {
  expect(cyclesOf(['Say', 'next', 'Say'], ['Loop', 'done', 'End'])).toEqual([
    { names: 'Say', hasWayOut: false },
  ]);
});
