import { endpointTemplateTexts } from '../endpoint/endpoint-template-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { flowGraph } from '../interpreter/flow-graph.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { Flow } from './flow.ts';
import { namesRead } from './names-read.ts';
import { nodeWays } from './node-ways.ts';
import { spreadNames } from './spread-names.ts';
import { variableUses } from './variable-uses.ts';
import { variablesSet } from './variables-set.ts';

/**
 * The variables that a run which begins at a node has to be given: those that the node or one after it reads before the
 * run has set them for certain, in the order of the nodes. What the flow's inputs have as a default is there anyway.
 *
 * @param given names that need no variable: those of the environment
 */
export function namesNeededFrom(
  flow: Flow,
  nodeId: string,
  endpoints: readonly Endpoint[],
  given: ReadonlySet<string>,
): readonly string[] {
  const graph = flowGraph(flow);
  const ways = new Map(flow.nodes.map((node) => [node.id as string, nodeWays(graph, node)] as const));
  const set = spreadNames(ways, nodeId, [...new Set(variablesSet(flow.nodes).map(({ name }) => name))]);
  const defaults = (graph.start?.config.inputs ?? []).filter((input) => input.default !== null);
  const known = new Set([...given, ...defaults.map(({ name }) => name)]);
  const needed = flow.nodes.flatMap((node) => {
    const here = set(node.id);
    return here === null ? [] : namesReadBy(node, endpoints).filter((name) => !here.always.has(name));
  });
  return [...new Set(needed)].filter((name) => !known.has(name));
}

function namesReadBy(node: FlowNode, endpoints: readonly Endpoint[]): readonly string[] {
  const own = variableUses([node])
    .filter(({ does, name, off }) => does === 'reads' && !off && name !== '@root')
    .map(({ name }) => name);
  const endpointId = node.kind === 'api-call' ? node.config.endpoint : null;
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  return endpoint === undefined ? own : [...own, ...namesRead(endpointTemplateTexts(endpoint))];
}
