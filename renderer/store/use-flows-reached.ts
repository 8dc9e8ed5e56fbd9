// The flows that a run may come into, for what the window says of the next run.
import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { DocumentsState } from './documents-store.ts';
import { flowWithReached } from './flows-reached.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { sameWhileUnedited } from './documents-of.ts';
import { useDocuments } from './use-documents.ts';

const none: readonly Flow[] = [];

/** A flow with those that a run of it may come into; the same list while none of them is edited. */
export function useFlowWithReached(flowId: string | null): readonly Flow[] {
  const flowsOf = useMemo(
    () =>
      keptWhileSame((_: DocumentsState['documents']) => (flowId === null ? none : flowWithReached(flowId))),
    [flowId],
  );
  return useDocuments(({ documents }) => flowsOf(sameWhileUnedited(documents)));
}
