import { z } from 'zod';

/** How a key is made from a passphrase (scrypt, RFC 7914), recorded beside what the key encrypts. */
export const keyDerivationSchema = z.strictObject({
  name: z.literal('scrypt'),
  /** The cost, a power of two. */
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.base64(),
});

export type KeyDerivation = z.infer<typeof keyDerivationSchema>;
