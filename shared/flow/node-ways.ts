import type { NodeId } from '../ids/ids.ts';
import type { FlowGraph } from '../interpreter/flow-graph.ts';
import { wayOn, type Leaving } from '../interpreter/leave-node.ts';
import { callExits } from '../interpreter/steps/api-call.ts';
import type { ApiCallConfig, ApiCallNode } from '../nodes/api-call-node.ts';
import { doneExit, eachExit, loopVariables } from '../nodes/loop-node.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges, type VariableChange } from '../nodes/set-variables-node.ts';
import { choicesOffered, type PromptNode } from '../nodes/prompt-node.ts';
import { isSureInput } from '../nodes/start-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { CallResultStatus } from '../response/response-variable.ts';
import { isVariableName } from './variable-name.ts';

/** A way on from a node that a run may take, and the variables that a run which takes it has set in the node. */
export interface NodeWay {
  readonly from: NodeId;
  /** The exit that is followed; where the flow's error node takes over, the exit that nothing is connected to. */
  readonly exit: string;
  readonly to: NodeId;
  readonly always: readonly string[];
  /** Set or not, as the run was given them. */
  readonly perhaps: readonly string[];
  /** Not set any more, whatever they were before. */
  readonly never: readonly string[];
}

/** For each node that ways lead to, the nodes that they come from; one comes again for each of its ways. */
export function waysInto(
  ways: ReadonlyMap<string, readonly NodeWay[]>,
): ReadonlyMap<string, readonly NodeId[]> {
  const into = new Map<string, NodeId[]>();
  for (const { from, to } of [...ways.values()].flat()) {
    const before = into.get(to) ?? [];
    before.push(from);
    into.set(to, before);
  }
  return into;
}

/**
 * Every way on from a node, as the interpreter would go: it is asked what it makes of each result that a node can have, so
 * that fallbacks of exits, the error node and "continue on error" are its own. A node that cannot store its value has none.
 */
export function nodeWays(graph: FlowGraph, node: FlowNode): readonly NodeWay[] {
  switch (node.kind) {
    case 'start': {
      const { inputs } = node.config;
      const isSure = ({ name }: { readonly name: string }) =>
        inputs.some((input) => input.name === name && isSureInput(input));
      return waysOf(graph, node, [plainly('next')], {
        always: names(inputs.filter(isSure)),
        perhaps: names(inputs.filter((input) => !isSure(input))),
        never: [],
      });
    }
    case 'message':
    case 'wait':
      return waysOf(graph, node, [plainly('next')], nothing);
    case 'prompt': {
      const { variable, limit } = node.config;
      if (!isVariableName(variable)) return [];
      const answered = waysOf(graph, node, answerLeavings(node), sets([variable]));
      return limit === null
        ? answered
        : [...answered, ...waysOf(graph, node, [plainly('no-answer')], nothing)];
    }
    case 'condition':
      return waysOf(
        graph,
        node,
        nodeExits(node).map((exit) => plainly(exit)),
        nothing,
      );
    case 'set-variables': {
      const changes = enabledChanges(node.config);
      if (!changes.every(({ variable }) => isVariableName(variable))) return [];
      return waysOf(graph, node, [plainly('next')], effectOfChanges(changes));
    }
    case 'api-call': {
      const { responseVariable } = node.config;
      if (!isVariableName(responseVariable)) return [];
      return waysOf(graph, node, callLeavings(node), sets([responseVariable]));
    }
    case 'loop': {
      const stored = loopVariables(node.config);
      if (!stored.every(isVariableName) || new Set(stored).size < stored.length) return [];
      return [
        ...waysOf(graph, node, [plainly(eachExit)], sets(stored)),
        ...waysOf(graph, node, [plainly(doneExit)], nothing),
      ];
    }
    case 'end':
    case 'note':
      return [];
    default:
      return assertNever(node);
  }
}

type Sets = Pick<NodeWay, 'always' | 'perhaps' | 'never'>;

const sets = (always: readonly string[]): Sets => ({ always, perhaps: [], never: [] });

const nothing: Sets = sets([]);

/** Of several changes of one variable the last decides; one that cannot be made ends the run, so that it has no way on. */
export function effectOfChanges(changes: readonly VariableChange[]): Sets {
  const last = new Map(changes.map(({ variable, action }) => [variable, action]));
  const namesWith = (isUnset: boolean) =>
    [...last].filter(([, action]) => (action === 'unset') === isUnset).map(([name]) => name);
  return { always: namesWith(false), perhaps: [], never: namesWith(true) };
}

/** How a node is left by exits that have nothing to do with trouble, the most specific first. */
export const plainly = (...exits: Leaving['exits']): Leaving => ({ exits, trouble: false, lastly: null });

const names = (inputs: readonly { readonly name: string }[]): readonly string[] => [
  ...new Set(inputs.map(({ name }) => name).filter(isVariableName)),
];

function waysOf(
  graph: FlowGraph,
  node: FlowNode,
  leavings: readonly Leaving[],
  effect: Sets,
): readonly NodeWay[] {
  const ways = new Map<string, NodeWay>();
  for (const leaving of leavings) {
    const way = wayOn(graph, node, leaving);
    if (way.type !== 'on') continue;
    const exit = way.through ?? leaving.exits[0];
    ways.set(`${exit} ${way.to.id}`, { from: node.id, exit, to: way.to.id, ...effect });
  }
  return [...ways.values()];
}

/** How a prompt can be left with an answer: by each choice, or plainly. Without a choice to pick there is no answer. */
export function answerLeavings({ config }: PromptNode): readonly Leaving[] {
  if (config.answerType !== 'choice') return [plainly('next')];
  return choicesOffered(config).map(({ id }) => plainly(id, 'next'));
}

/** How a call can be left: for every status, by each code that has a meaning of its own and by one of each other hundred. */
export function callLeavings({ config }: ApiCallNode): readonly Leaving[] {
  const codes = codesOf(config);
  const isSuccess = (code: number) => config.successCodes.includes(code) || Math.floor(code / 100) === 2;
  return [
    ...codes.filter(isSuccess).map((code) => leavingOf(config, 'success', code)),
    ...codes.filter((code) => !isSuccess(code)).map((code) => leavingOf(config, 'error', code)),
    leavingOf(config, 'failure', null),
    leavingOf(config, 'exception', null),
  ];
}

function leavingOf(config: ApiCallConfig, status: CallResultStatus, code: number | null): Leaving {
  const failed = status !== 'success';
  return {
    exits: callExits(config, status, code),
    trouble: failed,
    lastly: config.continueOnError && failed ? 'success' : null,
  };
}

function codesOf({ exits, successCodes }: ApiCallConfig): readonly number[] {
  const special = new Set([...exits.map(Number).filter(Number.isInteger), ...successCodes]);
  const others = [100, 200, 300, 400, 500].flatMap((first) => {
    for (let code = first; code < first + 100; code += 1) if (!special.has(code)) return [code];
    return [];
  });
  return [...special, ...others];
}
