import type { Outcome } from '#shared/outcome/outcome.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import type { OpenedWorkspace } from '../../app/opened-workspace.ts';

/**
 * Lets the secrets of a document that came back come with it, and the cookies of an environment. Secrets that stay behind
 * are no failure of the document: its form shows each of them as missing.
 */
export async function restoredWithSecrets(
  { cookies, vault, workspace }: OpenedWorkspace,
  restored: Outcome<StoredDocument, DocumentFailure>,
  note: (sentence: string) => void,
): Promise<Outcome<StoredDocument, DocumentFailure>> {
  if (!restored.ok) return restored;
  const { document } = restored.value;
  const moved = await vault.restore(workspace.id, document.id);
  if (!moved.ok) note(`Secrets did not go along with their document: ${moved.failure.message}`);
  if (document.format === 'flowbench.environment') await cookies.restored(document.id);
  return restored;
}
