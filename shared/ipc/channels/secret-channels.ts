import { z } from 'zod';
import { endpointIdSchema, environmentIdSchema, secretSlotSchema } from '../../ids/ids.ts';
import { secretStateSchema, vaultFailureSchema, vaultStatusSchema } from '../../secret/secret-state.ts';
import { secretUseNames } from '../../secret/secret-slots.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';
import { passphraseChannels } from './passphrase-channels.ts';

const holder = z.union([endpointIdSchema, environmentIdSchema]);
const place = { documentId: holder, slot: secretSlotSchema };
/**
 * Where the page says that the secret will go: `secretOrigin` of the endpoint as it is shown; of an environment, which has no
 * address, the list of the origins that were confirmed, as it is shown.
 */
const shown = { ...place, origin: z.string() };
const states = outcomeSchema(z.array(secretStateSchema), vaultFailureSchema);

/** Secrets go in and never come out: no channel here, or anywhere, answers with a value (SEMANTICS, Secrets). */
export const secretChannels = {
  'vault.status': channel(nothing, vaultStatusSchema),
  /** Decides to keep secrets for this session only, where the system has no usable key store. */
  'vault.use-session': channel(nothing, vaultStatusSchema),
  ...passphraseChannels,
  'secret.states': channel(z.strictObject({ documentId: holder }), states),
  /**
   * Sets or replaces a secret, bound to the document's present address; refused where that is not the one that the person
   * is shown. The document must have been saved.
   */
  'secret.set': channel(z.strictObject({ ...shown, value: z.string().min(1).max(100_000) }), states),
  /**
   * Lets the person pick the file of a key or of a client certificate and keeps what is in it, with the same refusal. Its
   * content never comes to the page.
   */
  'secret.pick-file': channel(z.strictObject(shown), states),
  'secret.forget': channel(z.strictObject(place), states),
  /** Binds a secret, entered for another address, to the document's present one, with the same refusal. */
  'secret.confirm-origin': channel(z.strictObject(shown), states),
  /**
   * Lets a secret of an environment go where an endpoint sends what it is given, with the same refusal: the endpoint must
   * have been saved with that address.
   */
  'secret.let-go': channel(
    z.strictObject({
      documentId: environmentIdSchema,
      slot: secretSlotSchema,
      endpointId: endpointIdSchema,
      use: z.enum(secretUseNames),
      origin: z.string(),
    }),
    states,
  ),
  /** Takes that back for one origin. */
  'secret.hold-back': channel(
    z.strictObject({ documentId: environmentIdSchema, slot: secretSlotSchema, origin: z.string() }),
    states,
  ),
};

/** Certificates are public: what the person picks goes into the document in plain sight. */
export const certificateChannels = {
  /** Lets the person pick a file and gives the certificates in it, in PEM form, and nothing else of it. */
  'certificate.pick': channel(
    nothing,
    outcomeSchema(
      z.strictObject({ pem: z.string() }),
      z.strictObject({ code: z.enum(['cancelled', 'not-readable', 'no-certificate']), message: z.string() }),
    ),
  ),
};
