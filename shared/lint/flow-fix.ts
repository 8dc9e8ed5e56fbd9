import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Environment } from '../environment/environment.ts';
import { withChangedNode } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow.ts';
import type { NodeId } from '../ids/ids.ts';
import type { FlowNode, NodeKind, NodeOf } from '../nodes/node.ts';
import type { Fix } from './finding.ts';

/** A fix that changes a flow. */
export function flowFix(title: string, edit: (flow: Flow, newNodeId: () => NodeId) => Flow): Fix {
  return {
    title,
    edit: (document, newNodeId) =>
      document.format === 'flowbench.flow' ? edit(document, newNodeId) : document,
  };
}

/** A fix that changes a node, while it is there and of its kind. */
export function nodeFix<Kind extends NodeKind>(
  title: string,
  { id, kind }: NodeOf<Kind>,
  change: (node: NodeOf<Kind>) => FlowNode,
): Fix {
  return flowFix(title, (flow) =>
    withChangedNode(flow, id, (node) => (node.kind === kind ? change(node as NodeOf<Kind>) : node)),
  );
}

/** A fix that changes an endpoint. */
export function endpointFix(title: string, edit: (endpoint: Endpoint) => Endpoint): Fix {
  return {
    title,
    edit: (document) => (document.format === 'flowbench.endpoint' ? edit(document) : document),
  };
}

/** A fix that changes an environment. */
export function environmentFix(title: string, edit: (environment: Environment) => Environment): Fix {
  return {
    title,
    edit: (document) => (document.format === 'flowbench.environment' ? edit(document) : document),
  };
}
