import type { FlowNode } from '../nodes/node.ts';
import type { Value } from '../value/value.ts';
import type { EventDraft } from './event-draft.ts';
import { wayOn, type Leaving } from './leave-node.ts';
import { leaveLoops } from './loop-frames.ts';
import type { Program } from './program.ts';
import type { BeginInput, RunEffect, RunInput } from './run-input.ts';
import type { RunState, Waiting } from './run-state.ts';
import { countStep, countWait, countWaitAround, cycleSentence } from './step-limit.ts';
import { enterNode, resumeNode } from './steps/node-steps.ts';
import type { StepEnd, WaitedInput } from './steps/node-step.ts';
import { setInputs } from './steps/start.ts';
import { Turn } from './turn.ts';

/** What came of an input. */
export interface Advanced {
  readonly state: RunState;
  readonly events: readonly EventDraft[];
  readonly effects: readonly RunEffect[];
}

/**
 * The interpreter: what a run becomes when it is told something. Pure, so that a run can be stored, repeated, stepped
 * through and gone back in (SEMANTICS, Run).
 *
 * It does one node at a time: a state that waits for a `step` stands at the entry of a node. Such a state is a
 * checkpoint, and the host decides whether to go on from it. An input that the state does not wait for changes nothing.
 */
export function advance(program: Program, state: RunState, input: RunInput): Advanced {
  const { waiting } = state;
  if (waiting === null || !fits(waiting, input)) return { state, events: [], effects: [] };
  const turn = new Turn(program, state, input.at);
  take(turn, input, waiting);
  return { state: turn.state, events: turn.events, effects: turn.effects };
}

function fits(waiting: Waiting, input: RunInput): boolean {
  if (input.type === 'cancel') return true;
  if (input.type === 'call-result') return waiting.for === 'call' && waiting.call === input.call;
  if (input.type === 'wait-over') return waiting.for === 'wait';
  return waiting.for === input.type;
}

function take(turn: Turn, input: RunInput, waiting: Waiting): void {
  switch (input.type) {
    case 'begin':
      begin(turn, input);
      break;
    case 'step':
      settle(turn, enterNode(nodeAtHand(turn), turn));
      break;
    case 'answer':
    case 'wait-over':
      turn.change({
        counters: countWait(turn.state.counters),
        flowStack: countWaitAround(turn.state.flowStack),
      });
      resume(turn, input, waiting);
      break;
    case 'call-result':
      resume(turn, input, waiting);
      break;
    case 'cancel':
      if (waiting.for === 'call') turn.want({ type: 'abandon-call', call: waiting.call });
      end(turn, 'cancelled', null, null);
      break;
  }
}

function begin(turn: Turn, input: BeginInput): void {
  const { graph, program } = turn;
  const { clock, flowStack } = turn.state;
  const frames = flowStack.map((frame) => ({ ...frame, inputs: input.inputs }));
  turn.change({
    clock: { ...clock, startedAt: input.at },
    flowStack: frames,
    variables: input.from?.variables ?? {},
  });
  turn.tell({
    type: 'run-started',
    flowId: graph.flow.id,
    flowName: graph.flow.name,
    environmentName: program.environment?.name ?? null,
  });
  if (input.from === null) beginAtStart(turn);
  else beginAt(turn, input.from.nodeId);
}

function beginAtStart(turn: Turn): void {
  const { start, flow } = turn.graph;
  if (start === null) fail(turn, `"${flow.name}" has no Start, so there is nowhere to begin.`);
  else arrive(turn, start);
}

// Nodes after the Start rely on the flow's defaults, so a run that begins there has them as well.
function beginAt(turn: Turn, nodeId: FlowNode['id']): void {
  const node = turn.graph.node(nodeId);
  if (node === null) {
    fail(turn, 'The node to begin at is not in the flow.');
    return;
  }
  const known = turn.program.readVariables(turn.state.variables);
  const open = (turn.graph.start?.config.inputs ?? []).filter(
    (input) => input.default !== null && !Object.hasOwn(known, input.name),
  );
  const problem = setInputs(open, turn);
  if (problem === null) arrive(turn, node);
  else fail(turn, problem);
}

function resume(turn: Turn, input: WaitedInput, waiting: Waiting): void {
  const stepEnd = resumeNode(nodeAtHand(turn), turn, input, waiting);
  if (stepEnd === null) throw new Error(`A node that never waits was told ${input.type}.`);
  settle(turn, stepEnd);
}

function settle(turn: Turn, stepEnd: StepEnd): void {
  switch (stepEnd.then) {
    case 'wait':
      turn.waitFor(stepEnd.waiting);
      break;
    case 'end':
      end(turn, 'ended', null, stepEnd.result);
      break;
    case 'fail':
      fail(turn, stepEnd.message);
      break;
    case 'leave':
      leave(turn, stepEnd);
      break;
  }
}

function leave(turn: Turn, leaving: Leaving): void {
  const node = nodeAtHand(turn);
  const exit = leaving.exits[0];
  if (turn.program.endsAfter === node.id) {
    turn.tell({ type: 'node-left', exit, through: null });
    end(turn, 'ended', null, null);
    return;
  }
  const way = wayOn(turn.graph, node, leaving);
  turn.tell({ type: 'node-left', exit, through: way.type === 'on' ? way.through : null });
  if (way.type === 'on') arrive(turn, way.to);
  else if (way.type === 'end') end(turn, 'ended', null, null);
  else fail(turn, way.message);
}

/** Comes to a node and stops at its entry. */
function arrive(turn: Turn, node: FlowNode): void {
  leaveLoops(turn, node.id);
  const { counters, flowStack } = turn.state;
  const cycle = cycleSentence(turn.graph, counters, node.id);
  if (cycle !== null) {
    fail(turn, cycle);
    return;
  }
  const counted = countStep(counters, node.id);
  const frame = flowStack.at(-1);
  if (frame === undefined) throw new Error('A run without a flow came to a node.');
  turn.change({
    counters: counted,
    flowStack: [...flowStack.slice(0, -1), { ...frame, nodeId: node.id, entered: counted.steps }],
    waiting: { for: 'step' },
  });
  turn.tell({ type: 'node-entered' });
}

function fail(turn: Turn, message: string): void {
  end(turn, 'failed', message, null);
}

function end(
  turn: Turn,
  outcome: 'ended' | 'failed' | 'cancelled',
  message: string | null,
  result: Value | null,
): void {
  turn.change({ waiting: null });
  turn.tell({ type: 'run-ended', outcome, message, result });
}

function nodeAtHand(turn: Turn): FlowNode {
  const { nodeId } = turn;
  const node = nodeId === null ? null : turn.graph.node(nodeId);
  if (node === null) throw new Error('The run is at no node of its flow.');
  return node;
}
