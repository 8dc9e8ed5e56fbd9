import { originsIn } from '#shared/secret/confirmed-origins.ts';
import { type BoundPlace, cookieSlot, type SecretPlace } from './secret-place.ts';
import type { SecretRecord } from './vault-contents.ts';

/** Whether a secret of a place is bound to a list of origins that were confirmed one by one: that of an environment is. */
export function hasConfirmedOrigins({ documentId, slot }: SecretPlace): boolean {
  return documentId.startsWith('en_') && slot !== cookieSlot;
}

/** Whether a secret may go where it is wanted for: to what it was entered for, or to one of the confirmed origins. */
export function mayGoTo(place: BoundPlace, { origin }: SecretRecord): boolean {
  return hasConfirmedOrigins(place) ? originsIn(origin).includes(place.origin) : origin === place.origin;
}
