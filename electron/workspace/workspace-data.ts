import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceId } from '#shared/ids/ids.ts';

/**
 * The folder for what belongs to a workspace and not into it: vault, view, trash, runs (FORMATS, Workspace folder).
 *
 * Keyed by the id and the real path together: two clones of one workspace have the same id and must not share secrets,
 * and a folder that takes another one's place has another id.
 *
 * @param folder the real path of the workspace, without symbolic links
 */
export function workspaceDataFolder(userData: string, id: WorkspaceId, folder: string): string {
  const place = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(userData, 'workspaces', `${id}-${place}`);
}

/** The vault's file of a workspace, in its data folder. */
export function vaultFile(dataFolder: string): string {
  return path.join(dataFolder, 'vault.json');
}

/** The vault's file for what belongs to no workspace. */
export function machineVaultFile(userData: string): string {
  return path.join(userData, 'vault.json');
}

/** Where the keys lie that secrets under a passphrase are encrypted with: one file for all workspaces of this person. */
export function passphraseFile(userData: string): string {
  return path.join(userData, 'vault-passphrase.json');
}

/** The vault's files of every workspace that was ever open here, and that of the computer; some may not be there. */
export async function allVaultFiles(userData: string): Promise<readonly string[]> {
  const folder = path.join(userData, 'workspaces');
  const entries = await readdir(folder).catch(() => []);
  return [machineVaultFile(userData), ...entries.sort().map((name) => vaultFile(path.join(folder, name)))];
}
