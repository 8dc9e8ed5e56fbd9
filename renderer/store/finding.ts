import { findingInDocuments, type FoundBefore } from '#shared/find/find-in-documents.ts';
import { textFinder } from '#shared/find/text-finder.ts';
import { documentKinds, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { inSlices } from './in-slices.ts';
import { findStore, nothingFound, type FindState } from './find-store.ts';

/** Somebody who types is not looked over the shoulder: the work begins after this pause. */
const pauseMs = 120;

/**
 * Looks through the workspace whenever the query or a document has changed, in slices, so that neither typing nor a workspace
 * of hundreds of flows makes the page wait.
 *
 * @returns called to end it
 */
export function startFinding(): () => void {
  let timer = 0;
  let stop = (): void => undefined;
  let before: { query: FindState['query']; found: FoundBefore } | null = null;
  const later = () => {
    stop();
    window.clearTimeout(timer);
    timer = window.setTimeout(begin, pauseMs);
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
    stop = inSlices(findingInDocuments(documentsWanted(kinds), finder.value, before.found), (found) =>
      findStore.setState({ found, searching: false }),
    );
  };
  const ends = [
    findStore.subscribe((now, earlier) => {
      if (now.query !== earlier.query || now.kinds !== earlier.kinds) later();
    }),
    documentsStore.subscribe((now, earlier) => {
      if (isEdited(now, earlier)) later();
    }),
  ];
  begin();
  return () => {
    stop();
    window.clearTimeout(timer);
    for (const end of ends) end();
  };
}

/** What is looked through, kind by kind, each by name. */
export function documentsWanted(kinds: FindState['kinds']): readonly WorkspaceDocument[] {
  const { documents } = documentsStore.getState();
  return documentKinds
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind): readonly WorkspaceDocument[] => documentsOf(documents, `flowbench.${kind}`));
}

/** Whether a document came, went or holds something else; how it stands to its file does not matter. */
function isEdited({ documents: now }: DocumentsState, { documents: before }: DocumentsState): boolean {
  if (now === before) return false;
  const ids = Object.keys(now);
  return (
    ids.length !== Object.keys(before).length || ids.some((id) => now[id]?.document !== before[id]?.document)
  );
}
