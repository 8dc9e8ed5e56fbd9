const sentences: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  ENOENT: 'it is not there',
  EEXIST: 'something else has its name',
  EISDIR: 'a folder has its name',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its name or one of its folders is a symbolic link, which Flowbench does not follow',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk does not answer properly',
  EBUSY: 'another program is using it',
};

/** The code of an error that the operating system reported (`ENOENT`), or an empty text for any other error. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why a file that a person has named could not be written, as the end of a sentence: what is missing then is its folder. */
export function writeRefusalReason(error: unknown): string {
  return systemErrorCode(error) === 'ENOENT' ? 'its folder is not there' : systemErrorReason(error);
}

/** Why the operating system refused, as the end of a sentence: "the disk is full". */
export function systemErrorReason(error: unknown): string {
  const code = systemErrorCode(error);
  return sentences[code] ?? (code === '' ? 'something unexpected went wrong' : `the system said ${code}`);
}
