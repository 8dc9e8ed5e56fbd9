import type { PlainJson } from '../value/value-codec.ts';

/**
 * Stands in run state for a body that is too large to be copied around (FORMATS, Values). The codec doubles the `$` of
 * a key that comes from data, so no response can pass for one.
 */
export type BodyReference = {
  readonly $body: string;
  /** Bytes of the body. */
  readonly size: number;
  readonly contentType: string | null;
};

/** Bodies with more text than this become references. */
export const largestInlineBody = 1024 * 1024;

/** The reference that stands here, or `null` for anything else. */
export function bodyReferenceIn(json: PlainJson | undefined): BodyReference | null {
  if (typeof json !== 'object' || json === null || !('$body' in json)) return null;
  const { $body: handle, size, contentType } = json;
  if (typeof handle !== 'string' || typeof size !== 'number') return null;
  return { $body: handle, size, contentType: typeof contentType === 'string' ? contentType : null };
}
