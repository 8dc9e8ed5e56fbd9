import type { ClientRequest } from 'node:http';
import type { BodySource } from './body-source.ts';

/**
 * Sends a body piece by piece, each when the operating system has taken the one before, so that memory stays small and
 * the idle clock sees every 64 kB that move. Ends quietly when the request is destroyed; a file that cannot be read on
 * the way is an exception.
 *
 * @param onMoved called after each piece
 */
export async function sendBody(
  request: ClientRequest,
  source: BodySource,
  onMoved: () => void,
): Promise<void> {
  for await (const piece of source.pieces()) {
    if (!(await written(request, piece))) return;
    onMoved();
  }
  request.end();
}

function written(request: ClientRequest, piece: Uint8Array): Promise<boolean> {
  if (request.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    request.write(piece, (error) => resolve(!error));
  });
}

/** A body up to this size is handed to Node together with the head, larger ones are sent piece by piece. */
export const smallBodyBytes = 64 * 1024;

/** As text of one character per byte Node writes head and body together, which costs half of writing two pieces. */
export function endWith(request: ClientRequest, bytes: Uint8Array): void {
  request.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 'latin1');
}
