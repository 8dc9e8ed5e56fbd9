import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import type { DocumentId } from '#shared/workspace/document.ts';

/** Where a secret is kept: a slot of a document of a workspace. */
export interface SecretPlace {
  readonly workspaceId: WorkspaceId;
  readonly documentId: DocumentId;
  readonly slot: SecretSlot;
}

/** A place together with where the secret may go, as `secretOrigin` gives it. */
export interface BoundPlace extends SecretPlace {
  readonly origin: string;
}
