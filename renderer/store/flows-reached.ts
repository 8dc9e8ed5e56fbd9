import { flowsReached } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { documentsStore } from './documents-store.ts';

/** A flow with those that a run of it may come into, as they are typed now; empty where it is gone. */
export function flowWithReached(flowId: string): readonly Flow[] {
  const flow = flowNow(flowId);
  return flow === null ? [] : [flow, ...flowsReached(flow, flowNow)];
}

/** Tells of flows whether a run of them may come into a given one; each is looked through once. */
export function flowsReaching(flowId: string): (id: string) => boolean {
  const known = new Map<string, boolean>();
  return (id) => {
    const reaches = known.get(id) ?? flowWithReached(id).some((flow) => flow.id === flowId);
    known.set(id, reaches);
    return reaches;
  };
}

function flowNow(id: string): Flow | null {
  const document = documentsStore.getState().documents[id]?.document;
  return document?.format === 'flowbench.flow' ? document : null;
}
