import type { Endpoint } from '../endpoint/endpoint.ts';
import { isOauth } from '../endpoint/is-oauth.ts';
import { isOldTlsVersion, tlsVersionLabel } from '../endpoint/tls.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';

/** A setting of an endpoint that makes its calls less safe than those of a new endpoint. */
export interface WeakenedSafety {
  readonly endpoint: string;
  /** A sentence for people. */
  readonly what: string;
}

/** What in the endpoints among some documents a person should look at before they trust them with a secret. */
export function weakenedSafety(documents: readonly WorkspaceDocument[]): readonly WeakenedSafety[] {
  return documents.flatMap((document) =>
    document.format === 'flowbench.endpoint'
      ? weakeningsOf(document).map((what) => ({ endpoint: document.name, what }))
      : [],
  );
}

function weakeningsOf({ auth, baseUrl, proxy, redirects, tls }: Endpoint): readonly string[] {
  return [
    ...(isPlainHttp(baseUrl) ? [`Calls go to ${baseUrl} without encryption.`] : []),
    ...(isOauth(auth) && isPlainHttp(auth.tokenUrl)
      ? [`Access tokens are fetched from ${auth.tokenUrl} without encryption.`]
      : []),
    ...(tls.verify ? [] : ['Certificates of servers are not verified.']),
    ...(tls.ca === undefined ? [] : ['Certificate authorities of its own are trusted.']),
    ...(isOldTlsVersion(tls.minVersion)
      ? [`${tlsVersionLabel(tls.minVersion)} is accepted, which is broken.`]
      : []),
    ...(proxy.mode === 'manual' ? [`Calls go through the proxy ${proxy.url}.`] : []),
    ...(redirects.allowPlainHttp ? ['Redirects may lead from https to plain http.'] : []),
  ];
}

/** An address on this machine goes over no network that anybody could listen to. */
function isPlainHttp(address: string): boolean {
  return (
    /^\s*http:/i.test(address) &&
    !/^\s*http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/?#]|$)/i.test(address)
  );
}
