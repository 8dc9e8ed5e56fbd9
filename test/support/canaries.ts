// Secrets to look for where none may be: with a quote, non-ASCII, long, a user's password, and of six characters.
import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The five canaries. */
export const canaries = {
  quote: 'ca"nary-quote\\4711',
  accents: 'Kanarienvögel-für-4711',
  // Like a real key of this length, no part of it comes twice.
  long: Array.from({ length: 63 }, (_, part) => sha256(`canary ${String(part)}`))
    .join('')
    .slice(0, 4000),
  password: 'canary-pass-4711',
  short: 'c4n4ry',
} as const;
