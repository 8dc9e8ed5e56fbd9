import { readFile, stat } from 'node:fs/promises';
import type { FilesHere } from '#shared/bundle/files-here.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import { resolveWorkspaceFile } from '../workspace/resolve-workspace-file.ts';

/** Holds the files of a bundle against those of a workspace; what cannot be read is not the same. */
export async function lookForFiles(folder: string, { files }: Pick<ReadBundle, 'files'>): Promise<FilesHere> {
  const here = new Map<string, 'missing' | 'same' | 'other'>();
  for (const { base64, name, sizeBytes } of files) {
    const found = await resolveWorkspaceFile(folder, name);
    if (found.ok) {
      const isSame = await hasBytes(found.value, Buffer.from(base64, 'base64'), sizeBytes);
      here.set(name, isSame ? 'same' : 'other');
    } else here.set(name, found.failure.code === 'missing' ? 'missing' : 'other');
  }
  return here;
}

async function hasBytes(file: string, bytes: Buffer, sizeBytes: number): Promise<boolean> {
  try {
    return (await stat(file)).size === sizeBytes && (await readFile(file)).equals(bytes);
  } catch {
    return false;
  }
}
