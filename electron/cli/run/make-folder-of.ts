import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { systemErrorCode } from '../../workspace/files/system-error.ts';

/** Makes the folder that a file is to be written into, and those around it, as far as they are missing. Throws as the system does. */
export function makeFolderOf(file: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    // Where a file has its place, writing says so in better words.
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}
