import { flowsReached } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { documentsStore } from './documents-store.ts';

/** A flow with those that a run of it may come into, as they are typed now; empty where it is gone. */
export function flowWithReached(flowId: string): readonly Flow[] {
  const flow = flowNow(flowId);
  return flow === null ? [] : [flow, ...flowsReached(flow, flowNow)];
}

function flowNow(id: string): Flow | null {
  const document = documentsStore.getState().documents[id]?.document;
  return document?.format === 'flowbench.flow' ? document : null;
}
