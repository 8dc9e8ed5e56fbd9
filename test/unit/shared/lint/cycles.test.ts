// Cycles without a pause in flows that have loops: what a list ends is none, what begins a loop again is.
import { expect, test } from 'vitest';
import { cyclesWithoutPause } from '#shared/lint/cycles.ts';
import { flowFacts } from '#shared/lint/flow-facts.ts';
import { workspaceFacts } from '#shared/lint/workspace-facts.ts';
import { Linter } from '#shared/lint/linter.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow, type StoryConnection, type StoryNode } from '../../../stories/story-flow.ts';
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

/** A flow that runs another one over and over, of which every node may be told. */
const again = (runs: Flow) =>
  told(
    [
      ['Start', 'start', {}],
      ['Run', 'sub-flow', { flow: runs.id }],
    ],
    [
      ['Start', 'next', 'Run'],
      ['Run', 'next', 'Run'],
      ['Run', 'failed', 'Run'],
    ],
  );

const wait: StoryNode = ['Wait', 'wait', { amount: '1', unit: 's' }];
const [start, end] = [['Start', 'start', {}] as const, ['End', 'end', {}] as const];

/** A flow of nodes in a row. */
const inner = (name: string, ...between: readonly StoryNode[]): Flow =>
  storyFlow({
    name,
    nodes: [start, ...between, end],
    connections: inARow('Start', ...between.map(([node]) => node), 'End'),
  });

const pauses = inner('Inner', wait);
const hurries = inner('Inner', say('Tick'));
/** Pauses where the answer was yes, and else does not. */
const sometimes = storyFlow({
  name: 'Inner',
  nodes: [
    start,
    ['Way', 'condition', { branches: [{ id: 'br_aaaaaaaaaaaa', name: 'Slow', rules: [] }] }],
    wait,
    end,
  ],
  connections: [
    ['Start', 'next', 'Way'],
    ['Way', 'br_aaaaaaaaaaaa', 'Wait'],
    ['Way', 'else', 'End'],
    ['Wait', 'next', 'End'],
  ],
});

/** The rules about cycles that tell something of flows. */
const toldOf = (linter: Linter, ...flows: readonly Flow[]) =>
  linter
    .lint(workspaceOf(flows[0]!, { flows }))
    .map(({ ruleId }) => ruleId)
    .filter((rule) => rule === 'endless-loop' || rule === 'loop-without-pause');

test('a flow that pauses on every way through it is a pause, and so is one that runs such a flow', () => {
  const over = inner('Over', ['Run', 'sub-flow', { flow: pauses.id }]);
  expect(toldOf(new Linter(), again(pauses), pauses)).toEqual([]);
  expect(toldOf(new Linter(), again(over), over, pauses)).toEqual([]);
  expect(toldOf(new Linter(), again(hurries), hurries)).toEqual(['endless-loop']);
});

test('a flow that pauses on some ways only lets a run go round without', () => {
  expect(toldOf(new Linter(), again(sometimes), sometimes)).toEqual(['loop-without-pause']);
});

test('what was remembered of a flow does not outlive an edit of the flow that it runs, or another choice', () => {
  const linter = new Linter();
  const caller = again(pauses);
  const other = inner('Other', say('Tick'));
  expect(toldOf(linter, caller, pauses, other)).toEqual([]);
  expect(toldOf(linter, caller, hurries, other)).toEqual(['endless-loop']);
  expect(toldOf(linter, caller, pauses, other)).toEqual([]);
  const chosen = { ...caller, nodes: again(other).nodes };
  expect(toldOf(linter, chosen, pauses, other)).toEqual(['endless-loop']);
  expect(toldOf(linter, caller, pauses, other)).toEqual([]);
});
