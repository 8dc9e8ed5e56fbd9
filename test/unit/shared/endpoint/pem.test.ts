// Certificates are pasted by people, from mails and terminals; what is wrong with them is said before a call is made.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  certificateBlocks,
  certificatesTrouble,
  holdsPrivateKey,
  isDerSequence,
  pemBlocks,
  withoutPrivateKeys,
} from '#shared/endpoint/pem.ts';
import { type Certificates, makeCertificates } from '../../../support/servers/certificates.ts';

let certificates: Certificates;

beforeAll(() => {
  certificates = makeCertificates();
});

describe('the blocks of a PEM text', () => {
  it('are found whatever stands around them and whatever the line breaks are', () => {
    const { authority, server } = certificates;
    const text = `subject=CN = x\n${authority.cert.replaceAll('\n', '\r\n')} \n${server.key}`;
    expect(pemBlocks(text).map(({ label }) => label)).toEqual(['CERTIFICATE', 'EC PRIVATE KEY']);
    expect(certificateBlocks(text)).toHaveLength(1);
    const [block] = pemBlocks(authority.cert);
    expect(`${block!.text}\n`).toBe(authority.cert);
    expect(block!.base64).toBe(authority.cert.split('\n').slice(1, -2).join(''));
  });

  it('are without the lines that say how a key is encrypted', () => {
    const text =
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\nMAA=\n-----END RSA PRIVATE KEY-----';
    expect(pemBlocks(text)).toEqual([{ label: 'RSA PRIVATE KEY', base64: 'MAA=', text }]);
  });
});

describe('what should be certificates', () => {
  const paste =
    'Paste certificates in PEM form: each begins with -----BEGIN CERTIFICATE----- on a line of its own.';

  it('is in order with one or several of them', () => {
    const { authority, chained, server } = certificates;
    for (const text of [server.cert, chained.cert, `mine\n${authority.cert}${server.cert}`])
      expect(certificatesTrouble(text)).toBeNull();
  });

  it.each(['', 'my company', 'MIIB', '-----BEGIN CERTIFICATE REQUEST-----'])('is not: %j', (text) => {
    expect(certificatesTrouble(text)).toBe(paste);
  });

  it('is cut off, damaged, or holds a key', () => {
    const { authority, server } = certificates;
    const cut = server.cert.slice(0, -30);
    expect(certificatesTrouble(cut)).toMatch(/^The last certificate is cut off/);
    expect(certificatesTrouble(authority.cert + cut)).toMatch(/^The last certificate is cut off/);
    const damaged = server.cert.replace(/\n.{8}/, '\n');
    expect(certificatesTrouble(damaged)).toMatch(/^The certificate is damaged/);
    expect(certificatesTrouble(authority.cert + damaged)).toMatch(/^Certificate 2 is damaged/);
    expect(certificatesTrouble(server.cert + server.key)).toMatch(/^This holds a private key/);
  });

  it('keeps no private key, whole or cut off at either end', () => {
    const { cert, key } = certificates.server;
    for (const text of [key + cert, cert + key, cert + key.slice(0, 80), key.slice(40) + cert]) {
      expect(holdsPrivateKey(text)).toBe(true);
      const kept = withoutPrivateKeys(text);
      expect(kept).toBe(cert);
      expect(holdsPrivateKey(kept)).toBe(false);
    }
    expect(withoutPrivateKeys(key)).toBe('');
    expect(withoutPrivateKeys(cert)).toBe(cert);
  });
});

describe('one sequence of ASN.1', () => {
  it.each([
    ['MAA=', true],
    ['MAMCAQE=', true],
    ['MAMCAQ==', false],
    ['MAMCAQEA', false],
    ['AgEB', false],
    ['MIA=', false],
    ['MA', false],
    ['M?A=', false],
    ['', false],
  ])('%s: %s', (base64, is) => {
    expect(isDerSequence(base64)).toBe(is);
  });
});
