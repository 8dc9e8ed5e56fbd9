import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { freeNodeName } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { nodeKindTitles, type FlowNode } from '#shared/nodes/node.ts';
import { documentsOf } from '../../store/documents-of.ts';
import { documentsStore } from '../../store/documents-store.ts';
import { newId } from '../../store/new-id.ts';
import type { NodeWish } from '../../store/node-wishes.ts';
import { toasts } from '../../store/toasts.ts';

/** A new node for a flow, with a name that is free there; `null`, and said why, where the flow can have no more of its kind. */
export function freshNode(flow: Flow, wish: NodeWish, place: CanvasPoint): FlowNode | null {
  if (wish.kind === 'start' && flow.nodes.some(({ kind }) => kind === 'start')) {
    toasts.show({
      title: 'A flow has one Start',
      body: 'This flow has its Start node already.',
      icon: 'info',
    });
    return null;
  }
  const endpoint = endpointFor(wish);
  const made = newNode(wish.kind, newId('nd'), place, endpoint?.id ?? null);
  const names = new Set(flow.nodes.map(({ name }) => name));
  const after = endpoint !== undefined && endpoint.id === wish.endpoint ? endpoint.name : null;
  const named = { ...made, name: freeNodeName(after ?? nodeKindTitles[wish.kind], names) };
  return named.kind === 'message' && wish.text !== undefined
    ? { ...named, config: { ...named.config, text: wish.text } }
    : named;
}

/** The endpoint that was asked for, else the only one that there is. */
function endpointFor({ endpoint }: NodeWish): Endpoint | undefined {
  const endpoints = documentsOf(documentsStore.getState().documents, 'flowbench.endpoint');
  if (endpoint !== undefined) return endpoints.find(({ id }) => id === endpoint);
  return endpoints.length === 1 ? endpoints[0] : undefined;
}
