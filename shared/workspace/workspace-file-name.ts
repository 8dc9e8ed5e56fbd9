/** The folder of attachments: what multipart and binary bodies send. */
export const attachmentFolder = 'files';

/**
 * Whether a text may name a file of the workspace: `files/…`, with slashes, and no step out of that folder.
 *
 * Backslashes and colons are refused everywhere, since they are separators and drive letters somewhere. Whether the name
 * leads out through a symbolic link only the disk can tell (`resolveWorkspaceFile` of the main process).
 */
export function isWorkspaceFileName(name: string): boolean {
  const [folder, ...segments] = name.split('/');
  return folder === attachmentFolder && segments.length > 0 && segments.every(isPlainSegment);
}

function isPlainSegment(segment: string): boolean {
  // eslint-disable-next-line no-control-regex -- a NUL cuts the name short in system calls, line ends break sentences
  return segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\u0000-\u001f\u007f]/.test(segment);
}
