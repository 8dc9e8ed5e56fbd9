import { readFile } from 'node:fs/promises';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { systemErrorReason } from '../../workspace/files/system-error.ts';

/** Reads the text of a file that an argument named. The failure is a sentence. */
export async function readGiven(file: string): Promise<Outcome<string, string>> {
  try {
    return succeeded(await readFile(file, 'utf8'));
  } catch (error) {
    return failed(`${file} cannot be read: ${systemErrorReason(error)}.`);
  }
}
