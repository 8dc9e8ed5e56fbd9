import { useMemo } from 'react';
import { useProblems } from './problems-store.ts';

/** What is wrong with rows of a list in the form of a document, by their places from 0: the first sentence for each. */
export function useTroublesOfRows(documentId: string, field: string): ReadonlyMap<number, string> {
  const findings = useProblems((state) => state.findings);
  return useMemo(() => {
    const troubles = new Map<number, string>();
    for (const { message, place } of findings) {
      const row = place.documentId === documentId && place.field?.field === field ? place.field.row : null;
      if (row !== null && !troubles.has(row.number - 1)) troubles.set(row.number - 1, message);
    }
    return troubles;
  }, [findings, documentId, field]);
}
