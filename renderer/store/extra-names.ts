import { useMemo } from 'react';
import type { ValueObject } from '#shared/value/value.ts';
import { useDocuments } from './use-documents.ts';

/** The system names that only this workspace has: `@sample.url` while the example's own API is served. */
export function useExtraNames(): ValueObject | undefined {
  const url = useDocuments(({ workspace }) => workspace.sampleUrl);
  return useMemo(() => (url === null ? undefined : { sample: { url } }), [url]);
}
