import type { EnvironmentId, SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import { proxyOrigin } from '#shared/request/proxy-server.ts';
import type { DocumentId } from '#shared/workspace/document.ts';

/** The slot of a jar of cookies. No document names it, so it cannot be mistaken for a secret of one. */
export const cookieSlot = 'cookies';

/** The vault of this computer, for what belongs to no workspace: none can have this id. */
export const machineVault = 'machine' as WorkspaceId;

/** Where the password of the proxy of the settings is kept. */
export type ProxyPasswordPlace = BoundPlace & {
  readonly documentId: DocumentId;
  readonly slot: SecretSlot;
};

/** The place of the password of the proxy of the settings, which may go to this address alone. */
export function proxyPasswordPlace(address: string): ProxyPasswordPlace {
  return {
    workspaceId: machineVault,
    documentId: 'settings' as DocumentId,
    slot: 'sl_machineproxy' as SecretSlot,
    origin: proxyOrigin(address),
  };
}

/** Where a secret is kept: a slot of a document of a workspace; a jar may belong to the workspace itself. */
export interface SecretPlace {
  readonly workspaceId: WorkspaceId;
  readonly documentId: DocumentId | WorkspaceId;
  readonly slot: SecretSlot | typeof cookieSlot;
}

/** A place together with where the secret may go, as `secretOrigin` gives it. */
export interface BoundPlace extends SecretPlace {
  readonly origin: string;
}

/**
 * The place of the cookies of an environment, or of none. Each cookie says by itself where it may go, so the jar is not
 * bound to an origin.
 */
export function cookiePlace(workspaceId: WorkspaceId, environmentId: EnvironmentId | null): BoundPlace {
  return { workspaceId, documentId: environmentId ?? workspaceId, slot: cookieSlot, origin: cookieSlot };
}
