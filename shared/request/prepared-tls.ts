import { defaultMinVersion, type TlsVersion, tlsVersions } from '../endpoint/tls.ts';

/** What proves in a handshake who calls. It holds secrets: for the executor in the main process only. */
export type PreparedClientCertificate =
  | {
      readonly type: 'pem';
      readonly certificate: string;
      readonly key: string;
      readonly passphrase: string | null;
    }
  | { readonly type: 'pkcs12'; readonly base64: string; readonly passphrase: string | null };

/** How the encrypted connections of a request are made. */
export interface PreparedTls {
  /** Name of the endpoint, for sentences. */
  readonly endpoint: string;
  /** Certificates in PEM form that are trusted besides the built-in ones; empty for none. */
  readonly authorities: string;
  readonly clientCertificate: PreparedClientCertificate | null;
  readonly verify: boolean;
  readonly minVersion: TlsVersion;
}

/**
 * What is left of the settings at another origin, for the rest of the chain (SEMANTICS, Secrets).
 *
 * The client certificate stays behind, every server has to prove who it is, and old versions are not allowed there; a
 * stricter version goes on to hold. The authorities stay: whoever has one of them could already answer in place of the API.
 */
export function tlsAtOtherOrigin(tls: PreparedTls): PreparedTls {
  return { ...tls, clientCertificate: null, verify: true, minVersion: stricter(tls.minVersion) };
}

function stricter(version: TlsVersion): TlsVersion {
  return tlsVersions.indexOf(version) > tlsVersions.indexOf(defaultMinVersion) ? version : defaultMinVersion;
}

/** Whether nothing special is asked for: every default of an endpoint. */
export function isPlainTls({ authorities, clientCertificate, minVersion, verify }: PreparedTls): boolean {
  const isDefault = verify && minVersion === defaultMinVersion;
  return isDefault && authorities.trim() === '' && clientCertificate === null;
}
