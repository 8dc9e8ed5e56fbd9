import { z } from 'zod';
import { cookieIdSchema, cookieJarViewSchema } from '../../cookies/cookie-view.ts';
import { environmentIdSchema } from '../../ids/ids.ts';
import { vaultFailureSchema } from '../../secret/secret-state.ts';
import { channel, outcomeSchema } from '../channel.ts';

/** Whose jar; `null` is the one of runs without an environment. */
const jar = { environmentId: environmentIdSchema.nullable() };
const changed = outcomeSchema(cookieJarViewSchema, vaultFailureSchema);

/** Cookies are set by servers alone: the page sees which there are, never a value, and may remove them. */
export const cookieChannels = {
  'cookies.list': channel(z.strictObject(jar), cookieJarViewSchema),
  'cookies.remove': channel(z.strictObject({ ...jar, cookie: cookieIdSchema }), changed),
  /** Forgets a whole jar, also what the key store cannot open. */
  'cookies.clear': channel(z.strictObject(jar), changed),
  /** Puts back what was removed since the application started, where no server has set it anew. */
  'cookies.restore': channel(
    z.strictObject({ ...jar, cookies: z.array(cookieIdSchema).max(10_000) }),
    changed,
  ),
};
