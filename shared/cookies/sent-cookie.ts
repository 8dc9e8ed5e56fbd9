/** A cookie as it stands in a request. */
export interface SentCookie {
  readonly name: string;
  readonly value: string;
}
