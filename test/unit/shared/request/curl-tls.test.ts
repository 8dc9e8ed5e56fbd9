// A copied command asks for the same encrypted connection, or at least never for a weaker one.
import { describe, expect, it } from 'vitest';
import { curlTls } from '#shared/request/curl-tls.ts';
import type { MaskedTls } from '#shared/request/masked-request.ts';

const plain: MaskedTls = {
  verify: true,
  minVersion: 'TLSv1.2',
  authorities: null,
  clientCertificate: null,
};
const certificate = { type: 'pem', file: 'API_CERT', keyFile: 'API_KEY', passphrase: null } as const;

describe('the options of curl', () => {
  it.each([
    [undefined, [], []],
    [plain, [], []],
    [{ ...plain, verify: false }, ['-k'], []],
    [{ ...plain, minVersion: 'TLSv1.3' }, ['--tlsv1.3'], []],
    [{ ...plain, minVersion: 'TLSv1.1' }, ['--tlsv1.1', "--ciphers 'DEFAULT:@SECLEVEL=0'"], []],
    [{ ...plain, minVersion: 'TLSv1' }, ['--tlsv1.0', "--ciphers 'DEFAULT:@SECLEVEL=0'"], []],
    [{ ...plain, authorities: 'API_CA' }, ['--cacert "$API_CA"'], ['API_CA']],
    [
      { ...plain, clientCertificate: certificate },
      ['--cert "$API_CERT"', '--key "$API_KEY"'],
      ['API_CERT', 'API_KEY'],
    ],
    [
      {
        ...plain,
        clientCertificate: { type: 'pkcs12', file: 'API_P12', keyFile: null, passphrase: 'API_PASS' },
      },
      ['--cert-type P12', '--cert "$API_P12"', '--pass "$API_PASS"'],
      ['API_P12', 'API_PASS'],
    ],
  ] as const)('for %j', (tls, options, variables) => {
    expect(curlTls(tls)).toEqual({ options, variables });
  });
});
