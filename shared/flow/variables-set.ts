import type { FlowNode } from '../nodes/node.ts';

/** A variable that a node sets when a run passes it. */
export interface VariableSetByNode {
  readonly name: string;
  readonly nodeId: string;
}

/** The variables that a flow's nodes set, in the order of the nodes; a name set twice comes twice. */
export function variablesSet(nodes: readonly FlowNode[]): readonly VariableSetByNode[] {
  return nodes.flatMap((node) => namesSetBy(node).map((name) => ({ name, nodeId: node.id })));
}

function namesSetBy(node: FlowNode): readonly string[] {
  if (node.kind === 'start') return node.config.inputs.map((input) => input.name);
  if (node.kind === 'prompt') return node.config.variable === '' ? [] : [node.config.variable];
  if (node.kind === 'api-call')
    return node.config.responseVariable === '' ? [] : [node.config.responseVariable];
  return [];
}
