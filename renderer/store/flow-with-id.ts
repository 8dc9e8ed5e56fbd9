import type { Flow } from '#shared/flow/flow.ts';
import { documentsStore } from './documents-store.ts';

/** The flow of an id as it is now; `undefined` where there is none. */
export function flowWithId(id: string): Flow | undefined {
  const document = documentsStore.getState().documents[id]?.document;
  return document?.format === 'flowbench.flow' ? document : undefined;
}
