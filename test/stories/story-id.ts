// Gives stories ids that are valid and the same in every run, made from names.
import { createHash } from 'node:crypto';
import { newId, type IdOf } from '#shared/ids/ids.ts';

/** An id that is the same in every test run, made from a name: `storyId('nd', 'Get order')`. */
export function storyId<Prefix extends keyof IdOf>(prefix: Prefix, name: string): IdOf[Prefix] {
  const digest = createHash('sha256').update(`${prefix} ${name}`).digest();
  return newId(prefix, (bytes) => bytes.set(digest.subarray(0, bytes.length)));
}
