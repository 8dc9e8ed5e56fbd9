import { getRandomValues } from 'node:crypto';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { newId } from '#shared/ids/ids.ts';
import {
  apiCallNodeSchema,
  type ApiCallConfig,
  type ApiCallNode,
  type HttpMethod,
} from '#shared/nodes/api-call-node.ts';

/** A flow in which one API Call is run alone. */
export interface SingleCall {
  readonly flow: Flow;
  readonly node: ApiCallNode;
}

/** A flow of nothing but one request to an endpoint, made on the spot and kept nowhere. */
export function endpointTest(endpoint: Endpoint, method: HttpMethod, path: string): SingleCall {
  const flow = newFlow(id('fl'), endpoint.name, id('nd'));
  const config = { endpoint: endpoint.id, method, path, responseVariable: 'response' };
  return withCall({ ...flow, nodes: [] }, endpoint.name, config);
}

/** A flow with an API Call that has just been edited and not been saved yet. */
export function editedCall(flow: Flow, config: ApiCallConfig): SingleCall {
  return withCall(flow, 'API Call', config);
}

function withCall(flow: Flow, name: string, config: object): SingleCall {
  const node = apiCallNodeSchema.parse({
    kind: 'api-call',
    id: id('nd'),
    name,
    position: { x: 0, y: 0 },
    config,
  });
  return { flow: { ...flow, nodes: [...flow.nodes, node] }, node };
}

function id<Prefix extends 'fl' | 'nd'>(prefix: Prefix) {
  return newId(prefix, getRandomValues);
}
