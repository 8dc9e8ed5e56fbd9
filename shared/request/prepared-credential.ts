import type { PreparedHeaderLine } from './prepare-headers.ts';
import type { PreparedAuthorization } from './prepared-authorization.ts';
import type { PreparedQueryRow } from './prepare-url.ts';

/** What proves to the API who calls: a header, a query row, or nothing. */
export interface PreparedCredential {
  readonly header: PreparedHeaderLine | null;
  readonly row: PreparedQueryRow | null;
  /** What the header is worked out of once the call is made; the header here is only how it looks then. */
  readonly authorization?: PreparedAuthorization;
}
