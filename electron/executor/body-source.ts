import { type FileHandle, open } from 'node:fs/promises';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { PreparedBody, PreparedPart } from '#shared/request/prepared-request.ts';
import type { CallException } from './call-failure.ts';
import type { ExecutorPorts } from './executor-ports.ts';
import { systemErrorOf } from './system-error.ts';

/** A request body that can be sent again for a redirect or a further attempt, of a size known before it is sent. */
export interface BodySource {
  readonly sizeBytes: number;
  /** All of it, where it is in memory. */
  readonly whole: Uint8Array | null;
  /** The body from its beginning, in pieces of at most 64 kB. */
  pieces(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens a body for sending. Files are opened once for the whole call, so that every attempt sends the same content, and
 * are read while they are sent. A file that cannot be opened is `body-file-unreadable`.
 */
export async function openBody(
  body: PreparedBody,
  resolveFile: ExecutorPorts['resolveFile'],
): Promise<Outcome<BodySource | null, CallException>> {
  if (body.type === 'none') return succeeded(null);
  if (body.type === 'bytes') return succeeded(bodySource([body]));
  const segments: Segment[] = [];
  for (const content of contents(body)) {
    const segment = 'bytes' in content ? succeeded(content) : await openFile(content.file, resolveFile);
    if (!segment.ok) {
      await closeAll(segments);
      return segment;
    }
    segments.push(segment.value);
  }
  return succeeded(bodySource(segments));
}

type Segment = { readonly bytes: Uint8Array } | { readonly handle: FileHandle; readonly sizeBytes: number };
type Content = PreparedPart['content'];

function contents(body: Extract<PreparedBody, { type: 'multipart' | 'file' }>): readonly Content[] {
  if (body.type === 'file') return [{ file: body.file }];
  const parts = body.parts.flatMap(({ headers, content }) => [
    text(`--${body.boundary}\r\n${headers}\r\n`),
    content,
    text('\r\n'),
  ]);
  return [...parts, text(`--${body.boundary}--\r\n`)];
}

function text(content: string): { readonly bytes: Uint8Array } {
  return { bytes: Buffer.from(content, 'utf8') };
}

async function openFile(
  file: string,
  resolveFile: ExecutorPorts['resolveFile'],
): Promise<Outcome<Segment, CallException>> {
  try {
    const handle = await open(await resolveFile(file), 'r');
    const { size } = await handle.stat();
    // A folder can be opened but not read; one byte tells before anything is sent.
    await handle.read(Buffer.alloc(1), 0, 1, 0).catch(async (error: unknown) => {
      await handle.close();
      throw error;
    });
    return succeeded({ handle, sizeBytes: size });
  } catch (error) {
    const placeholders = { file, system_code: systemErrorOf(error).code };
    return failed({ code: 'body-file-unreadable', placeholders });
  }
}

function bodySource(segments: readonly Segment[]): BodySource {
  const [only] = segments;
  return {
    sizeBytes: segments.reduce((sum, segment) => sum + sizeOf(segment), 0),
    whole: segments.length === 1 && only !== undefined && 'bytes' in only ? only.bytes : null,
    pieces: async function* () {
      for (const segment of segments) yield* 'bytes' in segment ? slices(segment.bytes) : fileSlices(segment);
    },
    close: () => closeAll(segments),
  };
}

function sizeOf(segment: Segment): number {
  return 'bytes' in segment ? segment.bytes.byteLength : segment.sizeBytes;
}

const pieceBytes = 64 * 1024;

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += pieceBytes)
    yield bytes.subarray(start, start + pieceBytes);
}

/** Exactly the announced size: a file that grew is cut, and one that shrank cannot be sent. */
async function* fileSlices(segment: Extract<Segment, { handle: FileHandle }>): AsyncIterable<Uint8Array> {
  for (let position = 0; position < segment.sizeBytes;) {
    const wanted = Math.min(pieceBytes, segment.sizeBytes - position);
    const { bytesRead, buffer } = await segment.handle.read(Buffer.alloc(wanted), 0, wanted, position);
    if (bytesRead === 0) throw new Error('A file became shorter while it was sent.');
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function closeAll(segments: readonly Segment[]): Promise<void> {
  for (const segment of segments) if ('handle' in segment) await segment.handle.close();
}
