import { z } from 'zod';
import { noProxyTrouble } from '../request/goes-direct.ts';
import { proxyUrlTrouble } from '../request/proxy-server.ts';

/**
 * The way that calls of this machine take where an endpoint leaves it to the machine: as the environment and the system
 * say, straight, or through a proxy of the person's own. One that cannot be used is never kept.
 */
export const machineProxySchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('system') }),
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({
    mode: z.literal('manual'),
    url: z
      .string()
      .max(2000)
      .refine((url) => proxyUrlTrouble(url) === null),
    /** Who calls, where the proxy asks for it; the password is in the vault, bound to the address. */
    userName: z
      .string()
      .max(500)
      .refine((name) => !name.includes(':'))
      .optional(),
    noProxy: z
      .array(z.string().refine((entry) => noProxyTrouble(entry, []) === null))
      .max(200)
      .default([]),
  }),
]);

export type MachineProxy = z.infer<typeof machineProxySchema>;
