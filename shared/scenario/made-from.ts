import { filesSentBy } from '../bundle/bundle-reach.ts';
import { flowsReached } from '../flow/flows-run.ts';
import type { Flow } from '../flow/flow.ts';
import type { DocumentId, WorkspaceDocument } from '../workspace/document.ts';
import { documentPrint } from './document-print.ts';
import { fixturesNamed } from './scenario-refs.ts';
import type { Scenario } from './scenario.ts';

/**
 * What a result was made from: prints of documents by their ids, of the defaults of all environments by `defaults`, and of
 * files that requests send by `file:` and their names. The print of what was not there is empty.
 */
export type MadeFrom = Readonly<Record<string, string>>;

/** Where documents are looked up. */
export interface MadeFromDocuments {
  readonly document: (id: DocumentId) => WorkspaceDocument | null;
  /** The environment whose values hold in every other; `null` where there is none. */
  readonly defaults: () => WorkspaceDocument | null;
}

export const defaultsKey = 'defaults';
const fileStart = 'file:';

export const fileKey = (name: string): string => `${fileStart}${name}`;

/** The name of the file that a key is about; `null` for other keys. */
export const fileOfKey = (key: string): string | null =>
  key.startsWith(fileStart) ? key.slice(fileStart.length) : null;

/**
 * What a run of a scenario is made from: itself, its flow and those that this may come into, their endpoints, its environment
 * and the defaults, and its fixtures. The files that are sent are named with it; their prints are for the caller.
 */
export function documentsMadeFrom(
  scenario: Scenario,
  { defaults, document }: MadeFromDocuments,
): { readonly prints: MadeFrom; readonly files: readonly string[] } {
  const flow = flowOf(scenario.flow, document);
  const flows = flow === null ? [] : [flow, ...flowsReached(flow, (id) => flowOf(id, document))];
  const endpoints = flows.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.kind === 'api-call' ? [node.config.endpoint] : [])),
  );
  const ids = [
    scenario.id,
    scenario.flow,
    ...flows.map(({ id }) => id),
    ...endpoints,
    scenario.environment,
    ...fixturesNamed(scenario).map(({ thing }) => thing),
  ].filter((id) => id !== null);
  const prints: Record<string, string> = { [defaultsKey]: printOr(defaults()) };
  for (const id of ids) prints[id] = printOr(id === scenario.id ? scenario : document(id));
  return { prints, files: [...new Set(flows.flatMap(filesSentBy))].sort() };
}

/** The keys of what is another by now than when a result was made; `undefined` now means that nothing is known of it. */
export function changedSince(
  madeFrom: MadeFrom,
  printNow: (key: string) => string | undefined,
): readonly string[] {
  return Object.entries(madeFrom).flatMap(([key, print]) => {
    const now = printNow(key);
    return now === undefined || now === print ? [] : [key];
  });
}

export const printOr = (document: WorkspaceDocument | null | undefined): string =>
  document === null || document === undefined ? '' : documentPrint(document);

function flowOf(id: DocumentId, document: MadeFromDocuments['document']): Flow | null {
  const found = document(id);
  return found?.format === 'flowbench.flow' ? found : null;
}
