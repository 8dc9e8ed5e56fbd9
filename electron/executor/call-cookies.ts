import type { SentCookie } from '#shared/cookies/sent-cookie.ts';

/** The cookies of a call, as far as the executor has to do with them; who keeps them decides where each may go. */
export interface CallCookies {
  /** The cookies for an address, in the order of sending. */
  cookiesFor(url: URL): readonly SentCookie[];
  /** Takes the `Set-Cookie` lines of a response, each as it came. */
  keep(url: URL, lines: readonly string[]): void;
}
