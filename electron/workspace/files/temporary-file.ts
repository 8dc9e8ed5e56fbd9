import { randomBytes } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

const pattern = /^\..+\.flowbench-(\d+)-[0-9a-f]{12}\.tmp$/;

/** No write takes this long, so an older temporary file was left behind, whatever its process number says. */
const longestWriteMs = 60_000;

/**
 * A temporary file beside the file that it will become: renaming works within one disk only. Hidden, and named so that a
 * later start can tell who left it behind.
 */
export function temporaryFile(file: string): string {
  const { dir, base } = path.parse(file);
  const random = randomBytes(6).toString('hex');
  return path.join(dir, `.${base.slice(0, 160)}.flowbench-${process.pid}-${random}.tmp`);
}

/** Whether a file name is one of ours for a file that is being written. */
export function isTemporaryName(name: string): boolean {
  return pattern.test(name);
}

/** Removes what a process that was killed left behind in a folder. Files of running processes stay. */
export async function removeStaleTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stale = names.filter(isTemporaryName).map(async (name) => {
    const file = path.join(folder, name);
    if (await isStale(file, name)) await unlink(file);
  });
  // Whoever removed it first, or forbids it: it is only litter.
  await Promise.allSettled(stale);
}

async function isStale(file: string, name: string): Promise<boolean> {
  const owner = Number(pattern.exec(name)?.[1]);
  if (!isRunning(owner)) return true;
  return Date.now() - (await stat(file)).mtimeMs > longestWriteMs;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of somebody else answers with EPERM: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
