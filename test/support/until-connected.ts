// Playwright's first connection to a starting Chromium, which on a busy machine now and then gets no answer.
import { errors } from '@playwright/test';

/** A connection stands within a second or two; one that does not by now never will. */
const stalledAfterMs = 15_000;

/**
 * Connects, and once more where the first try stalls: Playwright asks each page that it finds, and a page that is just on
 * the way to its first document may never answer. Nothing of the application is repeated but its start; what it does
 * wrong afterwards fails as ever.
 */
export async function untilConnected<Connection>(
  connect: (timeoutMs: number) => Promise<Connection>,
): Promise<Connection> {
  try {
    return await connect(stalledAfterMs);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return connect(2 * stalledAfterMs);
  }
}
