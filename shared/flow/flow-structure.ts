import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges } from '../nodes/set-variables-node.ts';
import { choiceName } from '../nodes/exit-name.ts';
import { choicesOffered } from '../nodes/prompt-node.ts';
import { outputVariables, reasonVariables } from '../nodes/sub-flow-node.ts';
import { isSureInput } from '../nodes/start-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Flow } from './flow.ts';
import { storedByChange, storedByTemplate } from './stored-by-change.ts';

/**
 * Whether two versions of a flow set the same variables on the same ways: then what `flowNames` found out about one holds
 * for the other. Texts make no difference, nor do the names of nodes and places on the canvas. Which flow a Sub-flow runs does:
 * whether it pauses there is part of the way.
 */
export function hasSameWays(before: Flow, after: Flow): boolean {
  return (
    before.id === after.id &&
    before.errorNode === after.errorNode &&
    before.connections === after.connections &&
    areSame(before.nodes, after.nodes, waysOf)
  );
}

/**
 * Whether nodes are called the same, too, and say the same of the values that they store: then nothing that can be told
 * about the names of the flow has changed.
 */
export function hasSameStructure(before: Flow, after: Flow): boolean {
  return hasSameWays(before, after) && areSame(before.nodes, after.nodes, wordsOf);
}

function areSame(
  before: readonly FlowNode[],
  after: readonly FlowNode[],
  textOf: (node: FlowNode) => string,
): boolean {
  return (
    before.length === after.length &&
    before.every((node, at) => {
      const other = after[at];
      return node === other || (other !== undefined && textOf(node) === textOf(other));
    })
  );
}

/** What of a node decides what it sets and by which exits it can be left. */
const waysOf = keptByNode((node) => {
  const { id, kind } = node;
  switch (kind) {
    case 'start':
      return [id, kind, node.config.inputs.map((each) => [each.name, isSureInput(each)])];
    case 'prompt':
      return [
        id,
        kind,
        node.config.variable,
        node.config.limit === null,
        node.config.answerType === 'choice' && choicesOffered(node.config).map((choice) => choice.id),
      ];
    case 'condition':
      return [id, kind, node.config.branches.map((branch) => branch.id)];
    case 'set-variables':
      return [
        id,
        kind,
        node.config.changes.map(({ variable, action, enabled }) => [variable, action, enabled]),
      ];
    case 'api-call': {
      const { responseVariable, successCodes, exits, continueOnError } = node.config;
      return [id, kind, responseVariable, successCodes, exits, continueOnError];
    }
    case 'sub-flow':
      return [id, kind, node.config.flow, outputVariables(node.config), reasonVariables(node.config)];
    case 'loop':
      return [id, kind, node.config.itemVariable, node.config.indexVariable];
    case 'message':
    case 'wait':
    case 'end':
    case 'note':
      return [id, kind];
    default:
      return assertNever(node);
  }
});

/** What of a node is told in words: its name, and the kinds and defaults of its values. */
const wordsOf = keptByNode((node) => {
  const { name, kind } = node;
  if (kind === 'start') return [name, node.config.inputs];
  if (kind === 'set-variables') return [name, enabledChanges(node.config).map(storedByChange)];
  if (kind === 'condition') return [name, node.config.branches.map((branch) => branch.name)];
  if (kind === 'prompt') {
    const { answerType } = node.config;
    return [name, answerType, choicesOffered(node.config).map(choiceName)];
  }
  if (kind === 'sub-flow') return [name, node.config.outputs.map(({ value }) => storedByTemplate(value))];
  return kind === 'api-call' ? [name, node.config.includeRaw] : [name];
});

function keptByNode(partsOf: (node: FlowNode) => unknown): (node: FlowNode) => string {
  const known = new WeakMap<FlowNode, string>();
  return (node) => {
    const text = known.get(node) ?? JSON.stringify(partsOf(node));
    known.set(node, text);
    return text;
  };
}
