import type { WorkspaceId } from '#shared/ids/ids.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { emptyVault, type VaultContents } from './vault-contents.ts';

/** Where encrypted records lie: in a file for each workspace, or in memory for this session. */
export interface SecretShelf {
  read(workspaceId: WorkspaceId): Promise<Outcome<VaultContents, VaultFailure>>;
  /** As `read`, but what cannot be read is put out of the way, so that there can be a new beginning. */
  readOrBegin(workspaceId: WorkspaceId): Promise<Outcome<VaultContents, VaultFailure>>;
  /** Replaces everything, or nothing where it fails. */
  write(workspaceId: WorkspaceId, contents: VaultContents): Promise<Outcome<null, VaultFailure>>;
}

/** A shelf that ends with the process, and knows which workspaces have something on it. */
export interface SessionShelf extends SecretShelf {
  workspaces(): readonly WorkspaceId[];
}

/**
 * Makes the shelf of a session.
 *
 * @param fileOf the file that the workspace would have: two clones have one id, and must not share secrets here either
 */
export function memoryShelf(fileOf: (workspaceId: WorkspaceId) => string): SessionShelf {
  const known = new Set<WorkspaceId>();
  const shelf = new Map<string, VaultContents>();
  const read = (workspaceId: WorkspaceId) =>
    Promise.resolve(succeeded(shelf.get(fileOf(workspaceId)) ?? emptyVault));
  return {
    workspaces: () => [...known],
    read,
    readOrBegin: read,
    write: (workspaceId, contents) => {
      known.add(workspaceId);
      shelf.set(fileOf(workspaceId), contents);
      return Promise.resolve(succeeded(null));
    },
  };
}
