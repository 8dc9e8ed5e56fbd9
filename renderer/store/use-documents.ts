import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsStore, type DocumentsState, type OpenDocument } from './documents-store.ts';

/** A part of the documents' state; the component renders again when that part changes. */
export function useDocuments<Part>(select: (state: DocumentsState) => Part): Part {
  return useStore(documentsStore, select);
}

/** A document with its save state, or `undefined` where it is gone. */
export function useOpenDocument(id: string | null): OpenDocument | undefined {
  return useDocuments((state) => (id === null ? undefined : state.documents[id]));
}

type Format = WorkspaceDocument['format'];
type DocumentOf<F extends Format> = Extract<WorkspaceDocument, { format: F }>;

function useDocumentOf<F extends Format>(format: F, id: string | null): DocumentOf<F> | undefined {
  const document = useOpenDocument(id)?.document;
  return document?.format === format ? (document as DocumentOf<F>) : undefined;
}

function useDocumentsOf<F extends Format>(format: F): readonly DocumentOf<F>[] {
  const documents = useDocuments((state) => state.documents);
  return useMemo(() => documentsOf(documents, format), [documents, format]);
}

/** All documents of one format, by name. */
export function documentsOf<F extends Format>(
  documents: DocumentsState['documents'],
  format: F,
): readonly DocumentOf<F>[] {
  return Object.values(documents)
    .map((open) => open.document)
    .filter((document): document is DocumentOf<F> => document.format === format)
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

export const useFlow = (id: string | null): Flow | undefined => useDocumentOf('flowbench.flow', id);
export const useEndpoint = (id: string | null): Endpoint | undefined =>
  useDocumentOf('flowbench.endpoint', id);
export const useEnvironment = (id: string | null): Environment | undefined =>
  useDocumentOf('flowbench.environment', id);

export const useFlows = (): readonly Flow[] => useDocumentsOf('flowbench.flow');
export const useEndpoints = (): readonly Endpoint[] => useDocumentsOf('flowbench.endpoint');
export const useEnvironments = (): readonly Environment[] => useDocumentsOf('flowbench.environment');
