// The view of a run that goes into other flows: whose variables it shows, and how deep its steps are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import { roundInWords } from '#shared/run-events/project-loop-event.ts';
import { RunPast, type Moment } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { stackOfRun } from '../../../../renderer/store/flows-of-run.ts';
import { inARow, nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { selfRunning } from '../../../stories/self-running.ts';
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

describe('steps in the past of a run with a sub-flow', () => {
  const events = stampedEvents(
    driveRun(newProgram({ flow: outer, others: [inner], environment: null }), {
      inputs: { city: 'Bern' },
      answers: ['10:00'],
    }).events,
  );
  const past = new RunPast();
  viewsOf(events).forEach((view, at) => past.add(events[at]!, view));
  const nameAt = (moment: Moment | undefined) => {
    const id = moment === undefined ? undefined : past.viewAt(moment.events)?.currentNodeId;
    return [...outer.nodes, ...inner.nodes].find((node) => node.id === id)?.name;
  };
  const at = (name: string, flows: number) =>
    past.moments.find((moment) => nameAt(moment) === name && moment.flows === flows)!.events;

  test('go over the node that runs it, into it, and out of it, by how many flows the run was in', () => {
    const check = at('Check', 0);
    expect(nameAt(past.after(check, 'over'))).toBe('Say');
    expect(past.after(check, 'into')).toMatchObject({ flows: 1 });
    expect(nameAt(past.after(check, 'into'))).toBe('Start');
    expect(nameAt(past.after(at('Start', 1), 'over'))).toBe('Ask');
    expect(nameAt(past.after(at('Start', 1), 'out'))).toBe('Say');
    expect(past.after(at('Start', 0), 'out')).toBeUndefined();
  });
});

describe('a flow that runs itself in a loop', () => {
  const flow = selfRunning();
  const each = nodeNamed(flow, 'Each').id;
  const program = newProgram({ flow, others: [], environment: null });
  const views = viewsOf(stampedEvents(driveRun(program, { inputs: {} }).events));
  const frames = (view: RunView) =>
    stackOfRun(view).map(({ round }) => (round === null ? '' : roundInWords(round)));

  test('shows the round of each frame, and after a flow that of the one that waited for it', () => {
    const seen = views.flatMap((view, at) => {
      const now = frames(view).join(' > ');
      return now === frames(views[at - 1] ?? view).join(' > ') ? [] : [now];
    });
    const within = (round: string) => [
      round,
      `${round} > `,
      `${round} > 0 of 3`,
      `${round} > 1 of 3`,
      `${round} > 2 of 3`,
      `${round} > 3 of 3`,
      `${round} > `,
      round,
    ];
    expect(last(views).message).toBe(null);
    expect(seen).toEqual(['0 of 3', ...['1 of 3', '2 of 3', '3 of 3'].flatMap(within), '']);
  });

  test('has on the card of the loop what the flow at hand has done of it', () => {
    const words = ({ nodes }: RunView) => roundInWords(nodes[each]?.round ?? { number: -1, of: 1 });
    const deepEntries = views.filter(
      (view, at) => view.callers.length === 1 && views[at - 1]?.callers.length === 0,
    );
    expect(deepEntries.map((view) => view.nodes[each]?.round)).toEqual([null, null, null]);
    const returns = views.filter(
      (view, at) => view.callers.length === 0 && views[at - 1]?.callers.length === 1,
    );
    expect(returns.map(words)).toEqual(['1 of 3', '2 of 3', '3 of 3']);
    expect(returns.every(({ nodes }) => nodes[each]?.round?.isOver === false)).toBe(true);
    expect(last(views).nodes[each]?.round).toMatchObject({ number: 3, of: 3, isOver: true });
  });
});
