// What is noticed about a handshake is decided once, for the Response view and for the timeline.
import { describe, expect, test } from 'vitest';
import { handshakeSentence } from '#shared/run-events/handshake-sentence.ts';
import type { Secured, ShownCertificate } from '#shared/run-events/secured-event.ts';
import { certificateFlags, isUnverified, isWeaklyEncrypted } from '#shared/run-events/secured-flags.ts';
import { toldSettings, viewOf, type ToldEvent } from '../../../support/told-run.ts';

const certificate: ShownCertificate = {
  subject: 'a.test',
  issuer: 'Test authority',
  subjectName: 'CN=a.test',
  issuerName: 'CN=Test authority',
  names: ['a.test'],
  validFrom: '2020-01-01T00:00:00.000Z',
  validTo: '2030-01-01T00:00:00.000Z',
  fingerprint: 'AA:BB',
  publicKey: 'RSA 2048',
};
const secured: Secured = {
  tlsVersion: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  verification: 'passed',
  trouble: null,
  certificates: [certificate, { ...certificate, subject: 'Test authority' }],
};

describe('a certificate', () => {
  test.each([
    [{}, '2025-06-01', []],
    [{}, '2030-01-02', ['expired']],
    [{}, '2019-12-31', ['not yet valid']],
    [{ publicKey: 'RSA 1024' }, '2030-01-02', ['expired', 'weak key']],
    [{ publicKey: 'EC P-256' }, '2025-06-01', []],
    [{ publicKey: null }, '2025-06-01', []],
    [{ validTo: 'never' }, '2025-06-01', []],
  ] as const)('%j at %s is to be looked at twice because of %j', (change, at, flags) => {
    expect(certificateFlags({ ...certificate, ...change }, Date.parse(at))).toEqual(flags);
  });
});

test('old versions and broken ciphers are weak', () => {
  expect(isWeaklyEncrypted(secured)).toBe(false);
  expect(isWeaklyEncrypted({ ...secured, tlsVersion: 'TLSv1.1' })).toBe(true);
  expect(isWeaklyEncrypted({ ...secured, cipher: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA' })).toBe(true);
});

test.each([
  ['passed', 'verified'],
  ['failed', 'refused'],
  ['off', 'not verified'],
] as const)('a handshake in words: %s', (verification, word) => {
  expect(handshakeSentence({ ...secured, verification })).toBe(
    `TLS 1.3 with the certificate of a.test by Test authority, ${word}`,
  );
});

test('the view of a run keeps the handshake with its exchange', () => {
  const at = (body: ToldEvent[2]): ToldEvent => [10, 'Get order', body];
  const url = 'https://shop.example/';
  const view = viewOf(
    at({ type: 'node-entered' }),
    at({
      type: 'call-prepared',
      endpointName: 'Shop API',
      settings: toldSettings,
      request: { method: 'GET', url: [], headers: [], body: { type: 'none' } },
    }),
    at({ type: 'attempt-started', attempt: 1 }),
    at({
      type: 'exchange-started',
      attempt: 1,
      exchange: 1,
      method: 'GET',
      url,
      headers: [],
      bodySizeBytes: 0,
      tls: { verify: false, minVersion: 'TLSv1.2', authorities: null, clientCertificate: null },
    }),
    at({
      type: 'exchange-secured',
      attempt: 1,
      exchange: 1,
      secured: { ...secured, verification: 'off' },
    }),
  );
  const [exchange] = view.calls[0]!.attempts[0]!.exchanges;
  expect(exchange?.tls?.verify).toBe(false);
  expect(exchange?.secured?.verification).toBe('off');
  expect(isUnverified(view.calls[0]!.attempts)).toBe(true);
});
