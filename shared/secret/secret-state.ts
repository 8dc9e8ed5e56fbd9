import { z } from 'zod';
import { secretSlotSchema } from '../ids/ids.ts';

/** What the page may know of a secret: whether it is set, when, and whether it was entered for the present address. */
export const secretStateSchema = z.strictObject({
  slot: secretSlotSchema,
  state: z.enum(['missing', 'set', 'other-origin', 'unreadable']),
  setAt: z.string().nullable(),
  /** Where the secret was entered for, when that is no longer where it would go. */
  enteredFor: z.string().nullable(),
  short: z.boolean(),
  /** Of an environment's secret: where somebody has let it go. */
  confirmedFor: z.array(z.string()).optional(),
});

/**
 * Where secrets are kept: the operating system's key store, under a passphrase, this session only, or nowhere until a
 * choice is made.
 */
export const vaultStatusSchema = z.strictObject({
  keeper: z.enum(['system', 'session', 'passphrase', 'passphrase-locked', 'undecided', 'locked', 'changed']),
  /** The key store's own name, such as `gnome_libsecret`. */
  backend: z.string(),
  message: z.string(),
  /** Present where secrets under a passphrase could go over to the system's key store. */
  movable: z.literal(true).optional(),
});

export const vaultFailureSchema = z.strictObject({
  code: z.enum([
    'undecided',
    'locked',
    'passphrase-locked',
    'passphrase-wrong',
    'passphrase-short',
    'passphrase-there',
    'passphrase-none',
    'not-written',
    'unreadable',
    'document-missing',
    'origin-changed',
    'too-long',
    'cancelled',
    'file-unusable',
  ]),
  message: z.string(),
});

export type SecretState = z.infer<typeof secretStateSchema>;
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
export type VaultFailure = z.infer<typeof vaultFailureSchema>;
