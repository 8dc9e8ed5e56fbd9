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

/** What is held for one folder of a workspace, and the vault's file that this folder has. */
export interface SessionContents {
  readonly file: string;
  readonly workspaceId: WorkspaceId;
  readonly contents: VaultContents;
}

/** A shelf that ends with the process. */
export interface SessionShelf extends SecretShelf {
  /** Everything that is on it: two clones of a workspace are there twice, each with its own file. */
  all(): readonly SessionContents[];
  /** Takes off what is held for the folder with this file. */
  clear(file: string): void;
}

/**
 * Makes the shelf of a session.
 *
 * @param fileOf the file that the workspace would have: two clones have one id, and must not share secrets here either
 */
export function memoryShelf(fileOf: (workspaceId: WorkspaceId) => string): SessionShelf {
  const shelf = new Map<string, SessionContents>();
  const read = (workspaceId: WorkspaceId) =>
    Promise.resolve(succeeded(shelf.get(fileOf(workspaceId))?.contents ?? emptyVault));
  return {
    all: () => [...shelf.values()],
    clear: (file) => void shelf.delete(file),
    read,
    readOrBegin: read,
    write: (workspaceId, contents) => {
      const file = fileOf(workspaceId);
      shelf.set(file, { file, workspaceId, contents });
      return Promise.resolve(succeeded(null));
    },
  };
}
