// Certificates write their times as no program reads them; events have them in ISO 8601.
import { expect, it } from 'vitest';
import { shownHandshake } from '#electron/runs/shown-handshake.ts';

const certificate = {
  subject: 'a.test',
  issuer: 'Authority',
  subjectName: 'CN=a.test',
  issuerName: 'CN=Authority',
  names: ['a.test'],
  validFrom: 'Feb  3 04:05:06 2001 GMT',
  validTo: 'when it ends',
  sha256: 'AA:BB',
  publicKey: null,
};

it('tells the times of a certificate in ISO 8601, and what is no time as it is', () => {
  const { certificates, ...rest } = shownHandshake({
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    verification: 'failed',
    trouble: 'It is wrong.',
    certificates: [certificate],
  });
  const { sha256: fingerprint, ...others } = certificate;
  expect(certificates).toEqual([{ ...others, fingerprint, validFrom: '2001-02-03T04:05:06.000Z' }]);
  expect(rest).toEqual({
    tlsVersion: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    verification: 'failed',
    trouble: 'It is wrong.',
  });
});
