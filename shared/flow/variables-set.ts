import type { NodeId } from '../ids/ids.ts';
import { loopVariables } from '../nodes/loop-node.ts';
import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges } from '../nodes/set-variables-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import { isVariableName } from './variable-name.ts';

/** A variable that a node sets when a run passes it. */
export interface VariableSetByNode {
  readonly name: string;
  readonly nodeId: NodeId;
}

/** The variables that a flow's nodes set, in the order of the nodes; a name set twice comes twice, and one that cannot be used not at all. */
export function variablesSet(nodes: readonly FlowNode[]): readonly VariableSetByNode[] {
  return nodes.flatMap((node) =>
    namesSetBy(node)
      .filter(isVariableName)
      .map((name) => ({ name, nodeId: node.id })),
  );
}

function namesSetBy(node: FlowNode): readonly string[] {
  switch (node.kind) {
    case 'start':
      return node.config.inputs.map((input) => input.name);
    case 'prompt':
      return [node.config.variable];
    case 'set-variables':
      return enabledChanges(node.config)
        .filter(({ action }) => action !== 'unset')
        .map(({ variable }) => variable);
    case 'api-call':
      return [node.config.responseVariable];
    case 'loop':
      return loopVariables(node.config);
    case 'message':
    case 'condition':
    case 'wait':
    case 'end':
    case 'note':
      return [];
    default:
      return assertNever(node);
  }
}
