import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RunFiles } from './run-files.ts';

/** The bytes that the files of a run take, its bodies included. */
export async function runSizeBytes({ bodies, events, record }: RunFiles): Promise<number> {
  const names = await readdir(bodies).catch(() => []);
  const all = [record, events, ...names.map((name) => path.join(bodies, name))];
  const sizes = await Promise.all(all.map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
