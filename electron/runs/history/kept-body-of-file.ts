import { stat } from 'node:fs/promises';
import { readStoredBody } from '../../executor/stored-body.ts';
import type { KeptBody } from '../kept-bodies.ts';
import { bodyFileOf, bodyKinds, type RunFiles } from './run-files.ts';

/** A body of a past run, read from its file; `null` where the history has none under this handle. */
export async function keptBodyOfFile(files: RunFiles, handle: string): Promise<KeptBody | null> {
  for (const kind of bodyKinds) {
    const file = bodyFileOf(files, handle, kind);
    const sizeBytes = file === null ? null : await sizeOf(file);
    if (file === null || sizeBytes === null) continue;
    const stored = { in: 'file', file, sizeBytes } as const;
    return {
      handle: { handle, sizeBytes, contentType: null, kind },
      file,
      cleanAt: -1,
      read: (start, end) => readStoredBody(stored, start, end),
    };
  }
  return null;
}

function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
}
