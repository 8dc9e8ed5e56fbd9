import { newId as newIdFrom, type IdOf } from '#shared/ids/ids.ts';

/** A new stable id, with the page's own source of randomness. */
export function newId<Prefix extends keyof IdOf>(prefix: Prefix): IdOf[Prefix] {
  return newIdFrom(prefix, (bytes) => crypto.getRandomValues(bytes));
}
