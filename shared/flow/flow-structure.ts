import type { FlowNode } from '../nodes/node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Flow } from './flow.ts';

/**
 * Whether two versions of a flow set the same variables in the same places, by nodes of the same names: then whatever was
 * found out about the names of one holds for the other. The texts of templates make no difference, nor do places on the
 * canvas.
 */
export function hasSameStructure(before: Flow, after: Flow): boolean {
  return (
    before.id === after.id &&
    before.errorNode === after.errorNode &&
    before.connections === after.connections &&
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, at) => isSameInStructure(node, after.nodes[at]))
  );
}

function isSameInStructure(before: FlowNode, after: FlowNode | undefined): boolean {
  return before === after || (after !== undefined && structureOf(before) === structureOf(after));
}

const known = new WeakMap<FlowNode, string>();

function structureOf(node: FlowNode): string {
  const structure = known.get(node) ?? JSON.stringify([node.id, node.kind, node.name, partsOf(node)]);
  known.set(node, structure);
  return structure;
}

/** What of a node's settings decides what it sets and by which exits it can be left. */
function partsOf(node: FlowNode): unknown {
  switch (node.kind) {
    case 'start':
      return node.config.inputs;
    case 'prompt':
      return [node.config.variable, node.config.answerType, node.config.limit === null];
    case 'api-call': {
      const { responseVariable, includeRaw, successCodes, exits, continueOnError } = node.config;
      return [responseVariable, includeRaw, successCodes, exits, continueOnError];
    }
    case 'message':
    case 'end':
      return null;
    default:
      return assertNever(node);
  }
}
