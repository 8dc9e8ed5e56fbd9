import { useStore } from 'zustand';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { Fixture } from '#shared/fixture/fixture.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import {
  documentHeadsOf,
  documentsOf,
  foldersOfRepeated,
  isSameHead,
  sameWhileUnedited,
  type DocumentHead,
} from './documents-of.ts';
import { documentsStore, type DocumentsState, type OpenDocument } from './documents-store.ts';
import { keptWhileSame } from './kept-while-same.ts';

/** A part of the documents' state; the component renders again when that part changes. */
export function useDocuments<Part>(select: (state: DocumentsState) => Part): Part {
  return useStore(documentsStore, select);
}

/** A document with its save state, or `undefined` where it is gone: changes with every step of a save, too. */
export function useOpenDocument(id: string | null): OpenDocument | undefined {
  return useDocuments((state) => (id === null ? undefined : state.documents[id]));
}

type Format = WorkspaceDocument['format'];
type DocumentOf<F extends Format> = Extract<WorkspaceDocument, { format: F }>;

/** What kind of document an id is of; `undefined` where it is gone. Stays the same while the document is edited. */
export function useFormat(id: string | null): Format | undefined {
  return useDocuments((state) => (id === null ? undefined : state.documents[id]?.document.format));
}

function useDocumentOf<F extends Format>(format: F, id: string | null): DocumentOf<F> | undefined {
  const document = useDocuments((state) => (id === null ? undefined : state.documents[id]?.document));
  return document?.format === format ? (document as DocumentOf<F>) : undefined;
}

export const useFlow = (id: string | null): Flow | undefined => useDocumentOf('flowbench.flow', id);
export const useEndpoint = (id: string | null): Endpoint | undefined =>
  useDocumentOf('flowbench.endpoint', id);
export const useFixture = (id: string | null): Fixture | undefined => useDocumentOf('flowbench.fixture', id);
export const useScenario = (id: string | null): Scenario | undefined =>
  useDocumentOf('flowbench.scenario', id);
export const useEnvironment = (id: string | null): Environment | undefined =>
  useDocumentOf('flowbench.environment', id);

// One list for all who ask, made once for each change of the store.
const kept = <F extends Format>(format: F) =>
  keptWhileSame((documents: DocumentsState['documents']) => documentsOf(documents, format));
const flows = kept('flowbench.flow');
const endpoints = kept('flowbench.endpoint');
const scenarios = kept('flowbench.scenario');
const environments = keptWhileSame((documents: DocumentsState['documents']) =>
  documentsOf(documents, 'flowbench.environment').filter(({ defaults }) => defaults !== true),
);

export const useFlows = (): readonly Flow[] =>
  useDocuments((state) => flows(sameWhileUnedited(state.documents)));
export const useEndpoints = (): readonly Endpoint[] =>
  useDocuments((state) => endpoints(sameWhileUnedited(state.documents)));
export const useScenarios = (): readonly Scenario[] =>
  useDocuments((state) => scenarios(sameWhileUnedited(state.documents)));
/** The environments that can be active: all but the defaults. */
export const useEnvironments = (): readonly Environment[] =>
  useDocuments((state) => environments(sameWhileUnedited(state.documents)));

/** What tells documents apart that have one name: the folders that they are in. */
export const useFoldersOfRepeated = (): ReadonlyMap<string, string> =>
  useDocuments(({ documents }) => foldersOfRepeated(documents));

const keptHeads = (format: Format) =>
  keptWhileSame((documents: DocumentsState['documents']) => documentHeadsOf(documents, format), isSameHead);
const heads = {
  'flowbench.flow': keptHeads('flowbench.flow'),
  'flowbench.endpoint': keptHeads('flowbench.endpoint'),
  'flowbench.environment': keptHeads('flowbench.environment'),
  'flowbench.fixture': keptHeads('flowbench.fixture'),
  'flowbench.scenario': keptHeads('flowbench.scenario'),
};

/** The ids and names of all documents of a format, by name; typing into one of them does not change the list. */
export const useDocumentHeads = (format: Format): readonly DocumentHead[] =>
  useDocuments((state) => heads[format](sameWhileUnedited(state.documents)));
