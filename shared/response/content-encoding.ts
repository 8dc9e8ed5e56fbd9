/** A way in which a body can be packed and that we can unpack. */
export type Packing = 'gzip' | 'deflate' | 'br';

/** How to get at a body: unpack it step by step, or keep it as it is because one of its packings is unknown. */
export type UnpackPlan =
  | { readonly type: 'unpack'; readonly steps: readonly Packing[] }
  | { readonly type: 'keep-packed'; readonly unknown: string };

const packings: ReadonlyMap<string, Packing | null> = new Map<string, Packing | null>([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['identity', null],
]);

/**
 * Reads the `Content-Encoding` headers (RFC 9110 §8.4): they name what was done in order, so it is undone backwards.
 *
 * A body with an unknown packing is not touched at all: half unpacked it would be neither what was sent nor content.
 * The plan is for a body of at least one byte: a HEAD, a 304 and an empty body may carry the header all the same.
 */
export function unpackPlan(contentEncodings: readonly string[]): UnpackPlan {
  const names = contentEncodings
    .flatMap((header) => header.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !packings.has(name));
  if (unknown !== undefined) return { type: 'keep-packed', unknown };
  const steps = names.map((name) => packings.get(name) ?? null).filter((packing) => packing !== null);
  return { type: 'unpack', steps: steps.reverse() };
}
