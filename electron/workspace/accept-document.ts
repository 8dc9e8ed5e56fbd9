import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * Accepts what another program wrote into a document's file, at once where it is known here. A save can have come upon it
 * before the watch did; then the file is looked at first.
 *
 * @param look looks at files and tells what is different
 * @param revision what the person was shown; where the file holds something else by now, nothing is accepted
 */
export async function acceptDocument(
  { index }: WorkspaceState,
  look: (files: readonly string[]) => Promise<void>,
  id: DocumentId,
  revision: string,
): Promise<Outcome<null, DocumentFailure>> {
  const known = index.byId(id);
  if (known !== null && known.revision !== revision) await look([known.file]);
  if (index.byId(id)?.revision !== revision) return failed(changedAgain);
  index.accept(id);
  return succeeded(null);
}

const changedAgain: DocumentFailure = {
  code: 'document-changed',
  message: 'Another program has changed its file once more. Look at it again, and decide then.',
};
