const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder is not there',
};

/** Why a file that a person has named could not be written, as the end of a sentence. */
export function saveFailureWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return reasons[code] ?? `the system says ${code}`;
}
