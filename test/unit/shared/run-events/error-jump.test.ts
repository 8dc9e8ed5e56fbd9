// A run that goes on at the error node of its flow: the view says so, though no event names the way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { transcript } from '#shared/run-events/transcript.ts';
import { inARow, nodeNamed, storyFlow, type StoryFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun, type ScriptedResult } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';
import { stampedEvents, viewsOf } from '../../../support/told-run.ts';

const call = {
  endpoint: storyId('ep', 'Shop API'),
  method: 'GET' as const,
  path: '/orders/1',
  responseVariable: 'order',
  exits: ['404'],
};
const shop: StoryFlow = {
  name: 'Shop',
  nodes: [
    ['Start', 'start', {}],
    ['Get order', 'api-call', call],
    ['Thanks', 'message', { text: 'Thanks' }],
    ['Apology', 'message', { text: 'Sorry' }],
    ['End', 'end', {}],
  ],
  connections: [
    ...inARow('Start', 'Get order'),
    ['Get order', 'success', 'Thanks'],
    ...inARow('Apology', 'End'),
  ],
  errorNode: 'Apology',
};

function viewOf(flow: Flow, results: readonly ScriptedResult[], others: readonly Flow[] = []): RunView {
  const program = newProgram({ flow, others, environment: null });
  const view = viewsOf(stampedEvents(driveRun(program, { results }).events)).at(-1);
  if (view === undefined) throw new Error('A run has a view.');
  return view;
}

const idIn = (flow: Flow) => (name: string) => nodeNamed(flow, name).id;
const jumps = ({ timeline }: RunView) => timeline.map(({ jump }) => jump?.exit ?? null);
const missing: ScriptedResult = { status: 'error', statusCode: 404 };

describe('a run that comes to the error node', () => {
  test('by an exit without a connection says which, in the row, on the card and in the conversation', () => {
    const flow = storyFlow(shop);
    const id = idIn(flow);
    const view = viewOf(flow, [missing]);
    const jump = { nodeId: id('Get order'), exit: '404' };
    expect(jumps(view)).toEqual([null, null, '404', null]);
    expect(view.timeline[2]).toMatchObject({ nodeId: id('Apology'), jump });
    expect(view.nodes[id('Apology')]).toMatchObject({ state: 'done', jump });
    expect(view.conversation.map(({ type }) => type)).toEqual(['jumped', 'said', 'ended']);
    const nameOf = (nodeId: string) => flow.nodes.find((node) => node.id === nodeId)?.name ?? '?';
    expect(transcript(view, 'plain', nameOf)).toContain(
      '\n  (404 of Get order is not connected: on at the error node Apology)\nBot: Sorry\n',
    );
  });

  test('by a connection is a run like any other', () => {
    const view = viewOf(
      storyFlow({ ...shop, connections: [...shop.connections, ['Get order', 'error', 'Apology']] }),
      [missing],
    );
    expect(jumps(view)).toEqual([null, null, null, null]);
    expect(view.conversation.map(({ type }) => type)).toEqual(['said', 'ended']);
  });

  test('out of a loop says it as well, and by a connection the next time no longer', () => {
    const flow = storyFlow({
      ...shop,
      name: 'Twice',
      nodes: [...shop.nodes, ['Each', 'loop', { list: '[1, 2]', itemVariable: 'one' }]],
      connections: [
        ['Start', 'next', 'Each'],
        ['Each', 'each', 'Get order'],
        ['Get order', 'success', 'Apology'],
        ['Apology', 'next', 'Each'],
        ['Each', 'done', 'End'],
      ],
    });
    const view = viewOf(flow, [missing, { status: 'success', statusCode: 200 }]);
    const apologies = view.timeline.filter(({ nodeId }) => nodeId === idIn(flow)('Apology'));
    expect(apologies.map(({ jump }) => jump?.exit ?? null)).toEqual(['404', null]);
    expect(view.nodes[idIn(flow)('Apology')]?.jump).toBeUndefined();
  });

  test('for a flow that failed names the node that ran it, not the one it failed at', () => {
    const inner = { ...storyFlow({ ...shop, name: 'Inner' }), errorNode: null };
    const outer = storyFlow({
      name: 'Outer',
      nodes: [
        ['Start', 'start', {}],
        ['Run it', 'sub-flow', { flow: inner.id }],
        ['Apology', 'message', { text: 'Sorry' }],
      ],
      connections: inARow('Start', 'Run it'),
      errorNode: 'Apology',
    });
    const view = viewOf(outer, [missing], [inner]);
    expect(view.timeline.at(-1)?.jump).toEqual({ nodeId: idIn(outer)('Run it'), exit: 'failed' });
  });

  test('is told of no other node, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const { events } = driveRun(newProgram({ flow, environment: null }), script);
        fc.pre(events.length < 2000);
        const view = viewsOf(stampedEvents(events)).at(-1);
        for (const { jump, nodeId } of view?.timeline ?? []) {
          if (jump === undefined) continue;
          expect(nodeId).toBe(flow.errorNode);
          expect(flow.connections.map(({ from }) => from)).not.toContainEqual({
            node: jump.nodeId,
            exit: jump.exit,
          });
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
