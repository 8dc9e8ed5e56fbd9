import { findingInDocuments, type FoundBefore } from '#shared/find/find-in-documents.ts';
import { textFinder } from '#shared/find/text-finder.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { findStore, nothingFound, type FindState } from './find-store.ts';

/** Somebody who types is not looked over the shoulder: the work begins after this pause. */
const pauseMs = 120;
/** The longest that the page does nothing else, in milliseconds. */
const sliceMs = 8;

const formats = {
  flow: 'flowbench.flow',
  endpoint: 'flowbench.endpoint',
  environment: 'flowbench.environment',
  fixture: 'flowbench.fixture',
} as const;

/**
 * Looks through the workspace whenever the query or a document has changed, in slices, so that neither typing nor a workspace
 * of hundreds of flows makes the page wait.
 *
 * @returns called to end it
 */
export function startFinding(): () => void {
  let timer = 0;
  let before: { query: FindState['query']; found: FoundBefore } | null = null;
  const later = (delayMs: number, act: () => void) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, delayMs);
  };
  const goOn = (steps: ReturnType<typeof findingInDocuments>): void => {
    const untilMs = performance.now() + sliceMs;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        findStore.setState({ found: step.value, searching: false });
        return;
      }
      if (performance.now() >= untilMs) break;
    }
    later(0, () => goOn(steps));
  };
  const begin = () => {
    const { kinds, query } = findStore.getState();
    const finder = textFinder(query);
    if (!finder.ok || query.text === '') {
      findStore.setState({
        found: nothingFound,
        trouble: finder.ok ? null : finder.failure,
        searching: false,
      });
      return;
    }
    if (before?.query !== query) before = { query, found: new WeakMap() };
    findStore.setState({ trouble: null, searching: true });
    goOn(findingInDocuments(documentsWanted(kinds), finder.value, before.found));
  };
  const ends = [
    findStore.subscribe((now, earlier) => {
      if (now.query !== earlier.query || now.kinds !== earlier.kinds) later(pauseMs, begin);
    }),
    documentsStore.subscribe((now, earlier) => {
      if (isEdited(now, earlier)) later(pauseMs, begin);
    }),
  ];
  begin();
  return () => {
    window.clearTimeout(timer);
    for (const end of ends) end();
  };
}

/** What is looked through, kind by kind, each by name. */
export function documentsWanted(kinds: FindState['kinds']): readonly WorkspaceDocument[] {
  const { documents } = documentsStore.getState();
  const order = ['flow', 'endpoint', 'environment', 'fixture'] as const;
  return order
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => documentsOf(documents, formats[kind]));
}

/** Whether a document came, went or holds something else; how it stands to its file does not matter. */
function isEdited({ documents: now }: DocumentsState, { documents: before }: DocumentsState): boolean {
  if (now === before) return false;
  const ids = Object.keys(now);
  return (
    ids.length !== Object.keys(before).length || ids.some((id) => now[id]?.document !== before[id]?.document)
  );
}
