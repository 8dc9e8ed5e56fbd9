import { z } from 'zod';
import { credentialSchema, templateValueSchema } from '../secret/credential.ts';

/**
 * Which way calls take to the API: straight, as the system says, or through a proxy of the endpoint's own (FORMATS). User
 * name and password are for the proxy alone.
 */
export const proxySchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({ mode: z.literal('system') }),
  z.strictObject({
    mode: z.literal('manual'),
    /** `http:`, `https:`, `socks5:` or `socks5h:`, a host and a port; literal text. */
    url: z.string(),
    userName: templateValueSchema.optional(),
    password: credentialSchema.optional(),
    /** Where the proxy is not used (`goesDirect`). */
    noProxy: z.array(z.string()).default([]),
  }),
]);

export type Proxy = z.infer<typeof proxySchema>;
export type ManualProxy = Extract<Proxy, { mode: 'manual' }>;
