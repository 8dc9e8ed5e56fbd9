import { useMemo } from 'react';
import { useStore } from 'zustand';
import { defaultsAmong } from '#shared/environment/environment-layers.ts';
import { changedSince, defaultsKey, fileOfKey, printOr, type MadeFrom } from '#shared/scenario/made-from.ts';
import { documentKind } from '#shared/workspace/document.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { isBusy, scenarioRunsStore, useScenarioRuns, type ScenarioRun } from './scenario-runs.ts';

type Documents = DocumentsState['documents'];
type FilePrints = Readonly<Record<string, string>>;

const known = new WeakMap<Documents, string>();

/** The print of the defaults of all environments; looked for once in each state of the documents. */
function defaultsPrint(documents: Documents): string {
  const before = known.get(documents);
  if (before !== undefined) return before;
  const environments = Object.values(documents).flatMap(({ document }) =>
    document.format === 'flowbench.environment' ? [document] : [],
  );
  const print = printOr(defaultsAmong(environments));
  known.set(documents, print);
  return print;
}

/** What is another by now than when a scenario was run, by its keys; nothing while it is run. */
export function changesSince(
  run: ScenarioRun | undefined,
  documents: Documents,
  files: FilePrints,
): readonly string[] {
  if (run === undefined || isBusy(run)) return none;
  const printNow = (key: string): string | undefined => {
    const file = fileOfKey(key);
    if (file !== null) return files[file];
    return key === defaultsKey ? defaultsPrint(documents) : printOr(documents[key]?.document);
  };
  const changed = partsOf(run).flatMap((madeFrom) => changedSince(madeFrom, printNow));
  return changed.length === 0 ? none : [...new Set(changed)];
}

const none: readonly string[] = [];
const knownParts = new WeakMap<ScenarioRun, readonly MadeFrom[]>();

/** What the rows of a scenario were made from, each once: mostly the same for all of them. */
function partsOf(run: ScenarioRun): readonly MadeFrom[] {
  const before = knownParts.get(run);
  if (before !== undefined) return before;
  const different = new Map(
    run.rows.map(({ result }) => [JSON.stringify(result?.madeFrom ?? {}), result?.madeFrom ?? {}]),
  );
  const parts = [...different.values()];
  knownParts.set(run, parts);
  return parts;
}

/** Whether what a scenario came to is of something that has changed since. */
export function isOutdated(run: ScenarioRun | undefined): boolean {
  const { filePrints } = scenarioRunsStore.getState();
  return changesSince(run, documentsStore.getState().documents, filePrints).length > 0;
}

/** As `isOutdated`, of a scenario on screen. */
export function useIsOutdated(id: string): boolean {
  const run = useScenarioRuns(({ runs }) => runs[id]);
  const files = useScenarioRuns(({ filePrints }) => filePrints);
  return useStore(documentsStore, ({ documents }) => changesSince(run, documents, files).length > 0);
}

/** Which of some scenarios are outdated. */
export function useOutdated(ids: readonly string[]): ReadonlySet<string> {
  const { filePrints, runs } = useScenarioRuns((state) => state);
  const listed = useStore(documentsStore, ({ documents }) =>
    ids.filter((id) => changesSince(runs[id], documents, filePrints).length > 0).join(' '),
  );
  return useMemo(() => new Set(listed === '' ? [] : listed.split(' ')), [listed]);
}

/** What has changed since a scenario was run, in words: `the flow “Order lookup”`; `null` where nothing has. */
export function useChangesInWords(id: string): string | null {
  const run = useScenarioRuns(({ runs }) => runs[id]);
  const files = useScenarioRuns(({ filePrints }) => filePrints);
  return useStore(documentsStore, ({ documents }) => {
    const changes = changesSince(run, documents, files);
    return changes.length === 0 ? null : changes.map((key) => inWords(key, id, documents)).join(', ');
  });
}

function inWords(key: string, scenarioId: string, documents: Documents): string {
  if (key === scenarioId) return 'the scenario';
  if (key === defaultsKey) return 'the defaults of all environments';
  const file = fileOfKey(key);
  if (file !== null) return `the file ${file}`;
  const document = documents[key]?.document;
  return document === undefined
    ? 'something that is gone'
    : `the ${documentKind(document)} “${document.name}”`;
}
