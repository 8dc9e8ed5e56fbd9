import { z } from 'zod';
import { endpointIdSchema, secretSlotSchema } from '../../ids/ids.ts';
import { secretStateSchema, vaultFailureSchema, vaultStatusSchema } from '../../secret/secret-state.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const place = { documentId: endpointIdSchema, slot: secretSlotSchema };
const states = outcomeSchema(z.array(secretStateSchema), vaultFailureSchema);

/** Secrets go in and never come out: no channel here, or anywhere, answers with a value (SEMANTICS, Secrets). */
export const secretChannels = {
  'vault.status': channel(nothing, vaultStatusSchema),
  /** Decides to keep secrets for this session only, where the system has no usable key store. */
  'vault.use-session': channel(nothing, vaultStatusSchema),
  'secret.states': channel(z.strictObject({ documentId: endpointIdSchema }), states),
  /** Sets or replaces a secret, bound to the document's present address. The document must have been saved. */
  'secret.set': channel(z.strictObject({ ...place, value: z.string().min(1).max(100_000) }), states),
  'secret.forget': channel(z.strictObject(place), states),
  /** Binds a secret, entered for another address, to the document's present one. */
  'secret.confirm-origin': channel(z.strictObject(place), states),
};
