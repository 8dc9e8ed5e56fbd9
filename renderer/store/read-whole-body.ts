import type { RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { bridge } from '../bridge/bridge.ts';

/** The most that one answer of the main process brings. */
const chunkBytes = 1_048_576;

/**
 * All bytes of a body that the main process keeps, read range by range, or a sentence that says why it cannot be shown.
 * Reading stops early once `isWanted` says no.
 */
export async function readWholeBody(
  runId: string,
  handle: string,
  sizeBytes: number,
  isWanted: () => boolean,
): Promise<Outcome<Uint8Array<ArrayBuffer>, string>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset: number | null = sizeBytes > 0 ? 0 : null;
  while (offset !== null && isWanted()) {
    const input = { runId: runId as RunId, handle, offset, length: chunkBytes };
    const outcome = await bridge.call['body.read'](input);
    if (!outcome.ok) return failed(outcome.failure.message);
    parts.push(fromBase64(outcome.value.base64));
    offset = outcome.value.nextOffset;
  }
  return succeeded(joined(parts));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
