/** Why a file could not be written, in words that end a sentence. */
export function writeTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'it may not be written',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EISDIR: 'it is a folder',
    ENOENT: 'its folder is not there',
  };
  return reasons[code] ?? `the system says ${code}`;
}
