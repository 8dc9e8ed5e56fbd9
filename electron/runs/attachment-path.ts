import type { RunWorkspace } from './run-ports.ts';

/**
 * The path of a file that a request sends, for the executor: a file that may not be read is one without the right to, so
 * that the call ends as `body-file-unreadable`.
 */
export async function attachmentPath(
  workspace: Pick<RunWorkspace, 'resolveFile'>,
  name: string,
): Promise<string> {
  const file = await workspace.resolveFile(name);
  if (file.ok) return file.value;
  const code = file.failure.code === 'missing' ? 'ENOENT' : 'EACCES';
  throw Object.assign(new Error(`The workspace gives no file (${file.failure.code}).`), { code });
}
