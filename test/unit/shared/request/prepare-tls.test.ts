// What a call takes of the TLS settings of its endpoint, what of it is shown, and what is left at another origin.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { tlsSettingsSchema } from '#shared/endpoint/tls.ts';
import { redirectedRequest } from '#shared/request/redirected-request.ts';
import { storyId } from '../../../stories/story-id.ts';
import { getOrder, prepared, refused, shopApi, usedSecrets } from './shop-call.ts';

const keySlot = storyId('sl', 'Shop key');
const passphraseSlot = storyId('sl', 'Shop passphrase');
const fileSlot = storyId('sl', 'Shop file');
const key = '-----BEGIN PRIVATE KEY-----\nMAMCAQE=\n-----END PRIVATE KEY-----\n';
const values: Readonly<Record<string, string>> = {
  [keySlot]: key,
  [passphraseSlot]: 'open sesame',
  [fileSlot]: 'MIIKEYFILE==',
};

const asked: string[] = [];
const secret = (slot: string, origin: string) => {
  asked.push(`${slot} for ${origin}`);
  const value = values[slot];
  return value === undefined ? ({ state: 'missing' } as const) : ({ state: 'set', value } as const);
};
const shopWith = (tls: z.input<typeof tlsSettingsSchema>, baseUrl = 'https://shop.example/v2') =>
  shopApi({ auth: { type: 'none' }, baseUrl, tls });
const pem = {
  type: 'pem',
  certificate: 'its certificate',
  key: { secret: keySlot },
  passphrase: { secret: passphraseSlot },
} as const;
const p12 = { type: 'pkcs12', file: { secret: fileSlot }, passphrase: { secret: passphraseSlot } } as const;
const settings = { ca: 'authorities', clientCertificate: pem, verify: false, minVersion: 'TLSv1.3' } as const;

describe('the TLS of a call', () => {
  it('is nothing special unless its endpoint says so, and is not shown then', () => {
    const { masked, request } = prepared(shopWith({}), getOrder());
    expect(request.tls).toMatchObject({ authorities: '', clientCertificate: null, verify: true });
    expect(masked.tls).toBeUndefined();
  });

  it('has the client certificate, whose secrets are asked for the origin of the API and never shown', () => {
    asked.length = 0;
    const { masked, request } = prepared(shopWith(settings), getOrder(), {}, { secret });
    expect(request.tls).toEqual({
      endpoint: 'Shop API',
      authorities: 'authorities',
      clientCertificate: { type: 'pem', certificate: 'its certificate', key, passphrase: 'open sesame' },
      verify: false,
      minVersion: 'TLSv1.3',
    });
    expect(asked).toEqual([
      `${keySlot} for https://shop.example`,
      `${passphraseSlot} for https://shop.example`,
    ]);
    expect(masked.tls).toEqual({
      verify: false,
      minVersion: 'TLSv1.3',
      authorities: 'SHOP_API_AUTHORITIES_FILE',
      clientCertificate: {
        type: 'pem',
        file: 'SHOP_API_CERTIFICATE_FILE',
        keyFile: 'SHOP_API_KEY_FILE',
        passphrase: 'SHOP_API_PASSPHRASE',
      },
    });
    const used = usedSecrets(shopWith(settings), getOrder(), {}, { secret });
    for (const value of [key, 'MAMCAQE=', 'open sesame']) expect(used).toContainEqual({ value });
  });

  it('may have a PKCS#12 file instead', () => {
    const endpoint = shopWith({ clientCertificate: p12 });
    const { masked, request } = prepared(endpoint, getOrder(), {}, { secret });
    expect(request.tls?.clientCertificate).toEqual({
      type: 'pkcs12',
      base64: 'MIIKEYFILE==',
      passphrase: 'open sesame',
    });
    expect(masked.tls?.clientCertificate).toMatchObject({ file: 'SHOP_API_P12_FILE', keyFile: null });
  });

  it('shows and asks for nothing at an address without TLS', () => {
    asked.length = 0;
    const endpoint = shopWith(settings, 'http://shop.example');
    const { masked, request } = prepared(endpoint, getOrder(), {}, { secret });
    expect(asked).toEqual([]);
    expect(request.tls?.clientCertificate).toBeNull();
    expect(masked.tls).toBeUndefined();
  });

  it('stops the call where a secret of it is missing', () => {
    const endpoint = shopWith({ clientCertificate: { ...pem, key: { secret: storyId('sl', 'none') } } });
    expect(refused(endpoint, getOrder(), {}, { secret })).toMatchObject({
      code: 'secret-missing',
      sentence: 'The secret key of the client certificate has no value in Shop API.',
    });
  });
});

describe('the TLS after a redirect', () => {
  const { request } = prepared(shopWith(settings), getOrder(), {}, { secret });

  it('is the same at the same origin', () => {
    const next = redirectedRequest(request, 'https://shop.example/other', 307);
    expect(next.request.tls).toEqual(request.tls);
    expect(next.dropped).toEqual([]);
  });

  it('leaves the certificate behind at another origin, verifies there, and does not come back', () => {
    const away = redirectedRequest(request, 'https://files.example/', 307);
    expect(away.dropped).toEqual(['client certificate']);
    expect(away.request.tls).toMatchObject({
      authorities: 'authorities',
      clientCertificate: null,
      verify: true,
      minVersion: 'TLSv1.3',
    });
    const back = redirectedRequest(away.request, 'https://shop.example/', 307);
    expect(back.request.tls).toEqual(away.request.tls);
    expect(back.dropped).toEqual([]);
  });

  it('allows old versions at the origin of the endpoint only', () => {
    const old = prepared(shopWith({ minVersion: 'TLSv1' }), getOrder()).request;
    expect(redirectedRequest(old, 'https://files.example/', 302).request.tls?.minVersion).toBe('TLSv1.2');
  });
});
