// The view of a run that goes into other flows: whose variables it shows, and how deep its steps are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { inARow, nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';
import { stampedEvents, viewsOf } from '../../../support/told-run.ts';

const inner = storyFlow({
  name: 'Availability',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'day' }] }],
    ['Ask', 'prompt', { text: 'When?', variable: 'time' }],
    ['End', 'end', { result: '{{time}}' }],
  ],
  connections: inARow('Start', 'Ask', 'End'),
});
const outer = storyFlow({
  name: 'Booking',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'city' }] }],
    [
      'Check',
      'sub-flow',
      { flow: inner.id, inputs: [{ name: 'day', value: 'today' }], resultVariable: 'slot' },
    ],
    ['Say', 'message', { text: '{{slot}}' }],
  ],
  connections: inARow('Start', 'Check', 'Say'),
});

function viewsOfRun(answers: readonly string[], broken = false): readonly RunView[] {
  const flow = broken
    ? {
        ...inner,
        nodes: inner.nodes.map((node) =>
          node.kind === 'end' ? { ...node, config: { result: '{{' } } : node,
        ),
      }
    : inner;
  const program = newProgram({ flow: outer, others: [flow], environment: null });
  const { events } = driveRun(program, { inputs: { city: 'Bern' }, answers });
  return viewsOf(stampedEvents(events));
}

const last = (views: readonly RunView[]): RunView => {
  const view = views.at(-1);
  if (view === undefined) throw new Error('A run has a view.');
  return view;
};
const names = (variables: RunView['variables']) => variables.map(({ name }) => name);

describe('a run in a sub-flow', () => {
  test('shows the variables of that flow, and those of the flow that waits for it', () => {
    const view = last(viewsOfRun([]));
    expect(view.inFlow).toEqual({ flowId: inner.id, flowName: 'Availability' });
    expect(names(view.variables)).toEqual(['day']);
    expect(view.callers).toMatchObject([
      { flowId: outer.id, flowName: 'Booking', nodeId: nodeNamed(outer, 'Check').id },
    ]);
    expect(names(view.callers[0]!.variables)).toEqual(['city']);
    expect(view.flowId).toBe(outer.id);
    expect(view.entered).toEqual([inner.id]);
    expect(view.nodes[nodeNamed(outer, 'Check').id]?.state).toBe('running');
    expect(view.nodes[nodeNamed(inner, 'Ask').id]?.state).toBe('waiting');
  });

  test('has its steps one deeper in the timeline, and ends them with the flow', () => {
    const view = last(viewsOfRun(['10:00']));
    expect(view.timeline.map(({ depth, nodeId }) => [nodeId, depth])).toEqual([
      [nodeNamed(outer, 'Start').id, 0],
      [nodeNamed(outer, 'Check').id, 0],
      [nodeNamed(inner, 'Start').id, 1],
      [nodeNamed(inner, 'Ask').id, 1],
      [nodeNamed(inner, 'End').id, 1],
      [nodeNamed(outer, 'Say').id, 0],
    ]);
    expect(view.timeline.every(({ endMs }) => endMs !== null)).toBe(true);
    expect(view.nodes[nodeNamed(inner, 'End').id]?.state).toBe('done');
    expect(view.nodes[nodeNamed(outer, 'Check').id]?.state).toBe('done');
  });

  test('is in its first flow again when the other one is left, and remembers what that held', () => {
    const view = last(viewsOfRun(['10:00']));
    expect(view.inFlow.flowId).toBe(outer.id);
    expect(view.callers).toEqual([]);
    expect(names(view.variables)).toEqual(['city', 'slot']);
    expect(names(view.leftVariables[inner.id]!)).toEqual(['day', 'time']);
  });

  test('shows as failed where its flow could not go on, and the node that ran it with it', () => {
    const view = last(viewsOfRun(['10:00'], true));
    expect(view.outcome).toBe('failed');
    expect(view.nodes[nodeNamed(inner, 'End').id]?.state).toBe('failed');
    expect(view.nodes[nodeNamed(outer, 'Check').id]).toMatchObject({
      state: 'failed',
      sentence: view.message,
    });
  });
});

test('no node of a run that is over is at work, and no row of its timeline is open, however deep it was', () => {
  fc.assert(
    fc.property(anyFlow, anyScript, (flow, script) => {
      const { events, state } = driveRun(newProgram({ flow, environment: null }), script);
      fc.pre(state.waiting === null && events.length < 2000);
      const view = last(viewsOf(stampedEvents(events)));
      expect(Object.values(view.nodes).filter((node) => ['running', 'waiting'].includes(node.state))).toEqual(
        [],
      );
      expect(view.timeline.filter(({ endMs }) => endMs === null)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test('the flows that a view says it is in are those that the run is in', () => {
  fc.assert(
    fc.property(anyFlow, anyScript, (flow, script) => {
      const { events, state } = driveRun(newProgram({ flow, environment: null }), script);
      fc.pre(events.length < 2000);
      const view = last(viewsOf(stampedEvents(events)));
      expect([...view.callers, view.inFlow].map(({ flowId }) => flowId)).toEqual(
        state.flowStack.map(({ flowId }) => flowId),
      );
    }),
    { numRuns: runs(60) },
  );
});
