import path from 'node:path';
import { moveWithoutReplacing } from './move-file.ts';
import { syncFolder } from './sync-folder.ts';

/** Enough for every disaster; past it the file stays where it is. */
const mostSetAside = 1000;

/**
 * Renames a damaged file to `<name>.damaged-1` (or the next free number), content untouched, so that nothing is written
 * over it and nobody reads it again by accident. Gives the new path, or `null` where it could not be renamed and stays.
 */
export async function setAside(file: string): Promise<string | null> {
  try {
    for (let number = 1; number <= mostSetAside; number += 1) {
      const aside = `${file}.damaged-${number}`;
      if (!(await moveWithoutReplacing(file, aside))) continue;
      await syncFolder(path.dirname(file));
      return aside;
    }
  } catch {
    // A read-only folder: the file is as safe where it is.
  }
  return null;
}
