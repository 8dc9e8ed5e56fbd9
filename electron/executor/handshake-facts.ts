import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';

/** A certificate of the chain, whole. */
export interface ChainCertificate extends CertificateFacts {
  /** All parts of the name: `CN=a.test, O=Acme`. */
  readonly subjectName: string;
  readonly issuerName: string;
  /** Kind and size: `RSA 2048`, `EC P-256`; `null` where the library does not say. */
  readonly publicKey: string | null;
}

/** What a handshake agreed on and what the server showed in it; all of it is public. */
export interface HandshakeFacts {
  /** For example `TLSv1.3`. */
  readonly version: string;
  /** By its standard name: `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string;
  /** From the server's own to the last that is known, which is its authority where the chain is whole. */
  readonly certificates: readonly ChainCertificate[];
}

/** Reads a handshake whose server has shown its certificate, whatever comes of it. */
export function handshakeFacts(socket: TLSSocket): HandshakeFacts {
  const { standardName } = socket.getCipher() as { readonly standardName?: string };
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: standardName ?? 'unknown',
    certificates: chainOf(socket.getPeerCertificate(true)),
  };
}

const longestChain = 20;

/** An authority is its own issuer, which ends the chain; so does an issuer that was not sent and is not known. */
function chainOf(first: DetailedPeerCertificate): readonly ChainCertificate[] {
  const chain: ChainCertificate[] = [];
  for (let next = first; chain.length < longestChain; next = next.issuerCertificate) {
    const facts = certificateFacts(next);
    if (facts === null || chain.some(({ sha256 }) => sha256 === facts.sha256)) break;
    chain.push({
      ...facts,
      subjectName: wholeName(next.subject),
      issuerName: wholeName(next.issuer),
      publicKey: publicKey(next),
    });
  }
  return chain;
}

function wholeName(name: PeerCertificate['subject'] | undefined): string {
  const parts = Object.entries(name ?? {});
  return parts.flatMap(([kind, value]) => [value].flat().map((each) => `${kind}=${each}`)).join(', ');
}

function publicKey({ asn1Curve, bits, modulus, nistCurve }: PeerCertificate): string | null {
  if (modulus !== undefined) return bits === undefined ? 'RSA' : `RSA ${String(bits)}`;
  const curve = nistCurve ?? asn1Curve;
  return curve === undefined ? null : `EC ${curve}`;
}
