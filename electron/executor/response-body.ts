import { readFile, rm, writeFile } from 'node:fs/promises';
import type { DecodedBody } from '#shared/response/decode-body.ts';
import { readStoredBody, type StoredBody } from './stored-body.ts';

/** The body of a call's final response, for ranged reads by whoever shows it. */
export interface ResponseBody {
  /** `json`, `text` and `events` are read as UTF-8, whatever charset they came in; `binary` as it came. */
  readonly kind: DecodedBody['type'];
  /** The `Content-Type` header. */
  readonly contentType: string | null;
  /** Of what can be read: after unpacking, and for text after charset. */
  readonly sizeBytes: number;
  /** The file that holds it where it is over 1 MB. It belongs to the run, which removes it. */
  readonly file: string | null;
  /** The bytes from `start` up to but not including `end`, as far as the body goes. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** A body that is not there. */
export const noBody: ResponseBody = {
  kind: 'none',
  contentType: null,
  sizeBytes: 0,
  file: null,
  read: () => Promise.resolve(new Uint8Array()),
};

/** All bytes of a stored body. */
export function wholeBody(stored: StoredBody): Uint8Array | Promise<Uint8Array> {
  return stored.in === 'memory' ? stored.bytes : readFile(stored.file);
}

/** Makes a stored body readable by range; text that is not UTF-8 is stored again as UTF-8. */
export async function responseBody(
  stored: StoredBody,
  bytes: Uint8Array,
  decoded: DecodedBody,
  contentType: string | null,
): Promise<ResponseBody> {
  const readable = 'text' in decoded ? await storedAsUtf8(stored, bytes, decoded.text) : stored;
  return {
    kind: decoded.type,
    contentType,
    sizeBytes: decoded.type === 'none' ? 0 : readable.sizeBytes,
    file: readable.in === 'file' ? readable.file : null,
    read: (start, end) => readStoredBody(readable, start, end),
  };
}

async function storedAsUtf8(stored: StoredBody, bytes: Uint8Array, text: string): Promise<StoredBody> {
  const utf8 = Buffer.from(text, 'utf8');
  if (utf8.equals(bytes)) return stored;
  if (stored.in === 'memory') return { in: 'memory', bytes: utf8, sizeBytes: utf8.byteLength };
  const file = `${stored.file}.utf8`;
  try {
    await writeFile(file, utf8, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  await rm(stored.file);
  return { in: 'file', file, sizeBytes: utf8.byteLength };
}
