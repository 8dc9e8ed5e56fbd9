import type { SentCookie } from '../cookies/sent-cookie.ts';
import type { PreparedAuthorization } from './prepared-authorization.ts';
import type { PreparedProxy } from './prepared-proxy.ts';
import type { PreparedTls } from './prepared-tls.ts';

/**
 * A request as it will leave, rendered once per call and before the first attempt. It holds secrets: it exists in the
 * main process only, and only its masked copy may be shown or stored.
 */
export interface PreparedRequest {
  /** In capitals. */
  readonly method: string;
  /** The final address as the URL standard writes it, without a fragment. */
  readonly url: string;
  /** Of the address, without `#`: for display, as it is never sent. */
  readonly fragment?: string;
  /** In the order sent; a name may come several times. Without what the connection itself needs (`host`, lengths). */
  readonly headers: readonly PreparedHeader[];
  readonly body: PreparedBody;
  /** What the executor works the `Authorization` of each exchange out of; absent, the headers hold all that there is. */
  readonly authorization?: PreparedAuthorization;
  /** The way that all exchanges of the call take; absent, they go straight. */
  readonly proxy?: PreparedProxy;
  /** How encrypted connections are made; absent, as for an endpoint that says nothing. */
  readonly tls?: PreparedTls;
}

/** One header line; `from` and `holdsSecret` decide what a redirect to another origin leaves behind. */
export interface PreparedHeader {
  readonly name: string;
  readonly value: string;
  readonly from: 'credential' | 'endpoint' | 'node' | 'generated' | 'cookie-jar';
  readonly holdsSecret: boolean;
  /** Of a `Cookie` line that holds cookies of a jar: what it is made of, for those who show it. */
  readonly cookies?: { readonly written: readonly PreparedHeader[]; readonly fromJar: readonly SentCookie[] };
}

/** What follows the head. File names are workspace-relative; the executor reads them while it sends. */
export type PreparedBody =
  | { readonly type: 'none' }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly holdsSecret: boolean }
  | {
      readonly type: 'multipart';
      readonly boundary: string;
      readonly parts: readonly PreparedPart[];
      readonly holdsSecret: boolean;
    }
  | { readonly type: 'file'; readonly file: string; readonly holdsSecret: boolean };

/** One part of a multipart body: its header block (lines ended by CRLF, without the empty line) and its content. */
export interface PreparedPart {
  readonly name: string;
  readonly headers: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly file: string };
}
