import { tellingForms } from '#shared/cookies/telling-cookie.ts';
import type { StoredCookie } from './stored-cookie.ts';

/** A value by which somebody could go on with a session, and how the cookie is named to people. */
export interface TellingCookie {
  readonly name: string;
  readonly value: string;
}

/** The values of cookies that may not leave, each in the forms that give it away. */
export function tellingCookies(cookies: readonly StoredCookie[]): readonly TellingCookie[] {
  return cookies.flatMap(({ domain, name, value }) =>
    tellingForms(value).map((form) => ({ name: `the cookie ${name} of ${domain}`, value: form })),
  );
}
