import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the person's own copy of the example, once: what they change in it stays theirs. Interrupted halfway, nothing of
 * it is there, and the next time it is made from the start.
 *
 * @param source the example that came with the application, which may lie in an archive
 * @param target where the copy belongs
 */
export async function ensureExampleCopy(source: string, target: string): Promise<void> {
  if (await exists(target)) return;
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await copyFolder(source, unfinished);
  await rename(unfinished, target);
}

// Read and written piece by piece, because copying a folder as one does not work out of an archive.
async function copyFolder(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) await copyFolder(from, to);
    else await writeFile(to, await readFile(from));
  }
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
