import { readFile } from 'node:fs/promises';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { withoutByteOrderMark } from '#shared/value/byte-order-mark.ts';
import { systemErrorReason } from '../../workspace/files/system-error.ts';

/** Reads the text of a file that an argument named, without the mark of its byte order. The failure is a sentence. */
export async function readGiven(file: string): Promise<Outcome<string, string>> {
  try {
    return succeeded(withoutByteOrderMark(await readFile(file, 'utf8')));
  } catch (error) {
    return failed(`${file} cannot be read: ${systemErrorReason(error)}.`);
  }
}
