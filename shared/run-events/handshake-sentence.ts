import { tlsVersionLabel } from '../endpoint/tls.ts';
import type { Secured } from './secured-event.ts';

/** `TLS 1.3 with the certificate of a.test, verified`: the handshake in the words of a timeline. */
export function handshakeSentence({ certificates, tlsVersion, verification }: Secured): string {
  const names = certificates.map(({ subject }) => subject);
  const [own = 'nobody', ...others] = names;
  const by = others.length === 0 ? '' : ` by ${others.join(', by ')}`;
  return `${tlsVersionLabel(tlsVersion)} with the certificate of ${own}${by}, ${words[verification]}`;
}

const words: Readonly<Record<Secured['verification'], string>> = {
  passed: 'verified',
  failed: 'refused',
  off: 'not verified',
};
