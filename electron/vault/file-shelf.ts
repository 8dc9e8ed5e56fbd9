import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { ensurePrivateFolder } from '../workspace/files/private-folder.ts';
import { setAside } from '../workspace/files/set-aside.ts';
import { systemErrorCode, systemErrorReason } from '../workspace/files/system-error.ts';
import { removeStaleTemporaryFiles } from '../workspace/files/temporary-file.ts';
import { writeFileAtomically } from '../workspace/files/write-file-atomically.ts';
import type { SecretShelf } from './secret-shelf.ts';
import { emptyVault, type VaultContents, vaultContentsSchema } from './vault-contents.ts';

const format = 'flowbench.vault';
const version = 1;

/** Why a vault file gives nothing. Only what is `damaged` may be put out of the way for a new one. */
interface FileFailure extends VaultFailure {
  readonly isDamaged: boolean;
}

/**
 * Keeps records in a file for each workspace (mode 0600 in a folder of mode 0700), replaced as a whole or not at all. It
 * is read anew each time, so that there is no second truth in memory.
 */
export function fileShelf(fileOf: (workspaceId: WorkspaceId) => string): SecretShelf {
  return {
    read: async (workspaceId) => told(await readVaultFile(fileOf(workspaceId))),
    async readOrBegin(workspaceId) {
      const file = fileOf(workspaceId);
      const read = await readVaultFile(file);
      if (read.ok || !read.failure.isDamaged) return told(read);
      const aside = await setAside(file);
      return aside === null ? told(read) : succeeded(emptyVault);
    },
    write: (workspaceId, contents) => writeVaultFile(fileOf(workspaceId), workspaceId, contents),
  };
}

/** The failure as the rest of the world may see it. */
function told(read: Outcome<VaultContents, FileFailure>): Outcome<VaultContents, VaultFailure> {
  return read.ok ? read : failed({ code: read.failure.code, message: read.failure.message });
}

async function readVaultFile(file: string): Promise<Outcome<VaultContents, FileFailure>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  if (text.value === null) return succeeded(emptyVault);
  const json = parsedJson(text.value);
  const head = headOf(json);
  if (head.format === format && typeof head.version === 'number' && head.version > version)
    return unreadable(
      `${file} was written by a newer Flowbench. It is left as it is; update Flowbench to use it.`,
    );
  const contents = vaultContentsSchema.safeParse(json);
  if (head.format === format && contents.success) return succeeded(contents.data);
  return damaged(
    `${file} is damaged. The next secret that is set begins a new file, and this one is kept beside it.`,
  );
}

async function textOf(file: string): Promise<Outcome<string | null, FileFailure>> {
  try {
    return succeeded(await readFile(file, 'utf8'));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return succeeded(null);
    return unreadable(`${file} cannot be read: ${systemErrorReason(error)}.`);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function headOf(json: unknown): { readonly format?: unknown; readonly version?: unknown } {
  return typeof json === 'object' && json !== null ? json : {};
}

function unreadable(message: string): Outcome<never, FileFailure> {
  return failed({ code: 'unreadable', message, isDamaged: false });
}

function damaged(message: string): Outcome<never, FileFailure> {
  return failed({ code: 'unreadable', message, isDamaged: true });
}

async function writeVaultFile(
  file: string,
  workspaceId: WorkspaceId,
  contents: VaultContents,
): Promise<Outcome<null, VaultFailure>> {
  const folder = path.dirname(file);
  try {
    await ensurePrivateFolder(folder);
    await removeStaleTemporaryFiles(folder);
  } catch (error) {
    return notWritten(systemErrorReason(error));
  }
  const { format: _, version: __, workspace: ___, secrets, trash, ...others } = contents;
  const vault = { format, version, workspace: workspaceId, secrets, trash, ...others };
  const written = await writeFileAtomically(file, `${JSON.stringify(vault, null, 2)}\n`, { mode: 0o600 });
  return written.ok ? succeeded(null) : notWritten(written.failure.reason);
}

function notWritten(reason: string): Outcome<null, VaultFailure> {
  const message = `The vault was not changed: ${reason}. What it held before is still there.`;
  return failed({ code: 'not-written', message });
}
