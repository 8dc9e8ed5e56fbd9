import { readFile } from 'node:fs/promises';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { systemErrorReason } from '../workspace/files/system-error.ts';

/**
 * The bytes of a file that bodies send, or why there are none, in a sentence.
 *
 * @param place where it lies, as the workspace has found it
 */
export async function attachedBytes(
  name: string,
  place: Promise<Outcome<string, { readonly message: string }>>,
): Promise<Outcome<Uint8Array, string>> {
  const file = await place;
  if (!file.ok) return failed(file.failure.message);
  try {
    return succeeded(await readFile(file.value));
  } catch (error) {
    return failed(`${name} cannot be read: ${systemErrorReason(error)}.`);
  }
}
