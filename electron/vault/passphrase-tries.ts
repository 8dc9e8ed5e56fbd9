/** How long the answer to a wrong passphrase takes at least, and at most; it doubles with each one in a row. */
const [firstDelayMs, longestDelayMs] = [500, 8_000];

/**
 * How long to wait before the answer to a wrong passphrase, in milliseconds: nobody who mistyped is hindered, and a
 * program that tries gets a few thousand tries a day. Whoever has the file is slowed by scrypt alone.
 *
 * @param wrongTries how many were wrong in a row, this one included
 */
export function wrongDelayMs(wrongTries: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (wrongTries - 1));
}
