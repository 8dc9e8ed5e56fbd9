import { z } from 'zod';

/** What tells one cookie of a jar from the others (RFC 6265 §5.3, step 11). */
export const cookieIdSchema = z.strictObject({ name: z.string(), domain: z.string(), path: z.string() });

/** What may be known of a cookie; never its value. */
export const cookieFactsSchema = cookieIdSchema.extend({
  /** Whether it goes to this host alone, and not to those below it. */
  hostOnly: z.boolean(),
  /** ISO 8601; `null` where it lives until the application ends. */
  expires: z.string().nullable(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['strict', 'lax', 'none']).nullable(),
});

/**
 * How safely a jar is kept: `kept` by the vault, `session` in memory because that was chosen, `unread` where what was kept
 * cannot be opened now, `not-kept` where the vault did not take it.
 */
export const cookieKeepingSchema = z.strictObject({
  state: z.enum(['kept', 'session', 'unread', 'not-kept']),
  /** A sentence for people; empty for `kept`. */
  message: z.string(),
});

/** A jar as a page may see it. */
export const cookieJarViewSchema = z.strictObject({
  cookies: z.array(cookieFactsSchema),
  keeping: cookieKeepingSchema,
});

export type CookieId = z.infer<typeof cookieIdSchema>;
export type CookieFacts = z.infer<typeof cookieFactsSchema>;
export type CookieKeeping = z.infer<typeof cookieKeepingSchema>;
export type CookieJarView = z.infer<typeof cookieJarViewSchema>;
