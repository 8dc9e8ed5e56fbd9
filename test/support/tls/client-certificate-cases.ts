// The rows of the table of TLS that are about client certificates.
import type { PreparedTls } from '#shared/request/prepared-tls.ts';
import { withOpenssl } from '../servers/certificates.ts';
import {
  encryptedKey,
  keylessPkcs12,
  oldPkcs12,
  oldStyleKey,
  passphrase,
  pkcs12,
} from '../servers/client-certificates.ts';
import {
  damaged,
  exception,
  type Expected,
  expectText,
  failure,
  one,
  success,
  type TlsCase,
} from './tls-case.ts';
import type { TlsCall } from './tls-calls.ts';
import type { TlsServers } from './tls-servers.ts';

/** Calls that show a client certificate, or should. */
export function clientCertificateCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const { authority, client, notTrusted } = certificates;
  const own = { authorities: authority.cert };
  const pem = { type: 'pem', certificate: client.cert, key: client.key, passphrase: null } as const;
  const showing = (clientCertificate: PreparedTls['clientCertificate'], port = ports.clients): TlsCall => ({
    url: `https://a.test:${port}/`,
    tls: { ...own, clientCertificate },
  });
  const accepted = success('TLSv1.3 SUCCESS CN=Test server 1');
  const asked = failure('client-certificate-required', 'a.test asks for a client certificate.');
  return [
    one('nginx answers those who show no client certificate', showing(null), {
      status: 'error',
      statusCode: 400,
      body: expectText('No required SSL certificate was sent'),
    }),
    one('other servers end the handshake with those', showing(null, ports.strict), asked),
    one('a client certificate and its key are shown', showing(pem), accepted),
    one(
      'the key may have come without its line breaks',
      showing({ ...pem, key: oneLine(client.key) }),
      accepted,
    ),
    one(
      'the certificates of a chain may come in any order',
      showing({ ...pem, certificate: authority.cert + client.cert }),
      accepted,
    ),
    one('the key may be encrypted', showing({ ...pem, key: encryptedKey(client), passphrase }), accepted),
    one('also in the old way', showing({ ...pem, key: oldStyleKey(client), passphrase }), accepted),
    one('a PKCS#12 file is shown', showing({ type: 'pkcs12', base64: pkcs12(client), passphrase }), accepted),
    one(
      'another authority’s client certificate is not accepted',
      showing({ ...pem, certificate: notTrusted.cert, key: notTrusted.key }, ports.strict),
      failure('client-certificate-rejected', 'a.test did not accept the client certificate.'),
    ),
    {
      name: 'connections are shared only by calls with the same client certificate',
      calls: [showing(pem), showing(pem), showing({ ...pem, key: encryptedKey(client), passphrase })],
      expected: [accepted, success('TLSv1.3 SUCCESS CN=Test server 2'), accepted],
    },
  ];
}

function oneLine(pem: string): string {
  return pem.replaceAll('\n', '');
}

/** Client certificates that cannot be used, which no server hears of. */
export function unusableCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const { authority, client, server } = certificates;
  const pem = { type: 'pem', certificate: client.cert, key: client.key, passphrase: null } as const;
  const p12 = { type: 'pkcs12', base64: pkcs12(client), passphrase } as const;
  const showing = (clientCertificate: PreparedTls['clientCertificate']): TlsCall => ({
    url: `https://a.test:${ports.clients}/`,
    tls: { authorities: authority.cert, clientCertificate },
  });
  const unreadable = (detail: string): Expected =>
    exception(
      'client-certificate-unreadable',
      `The client certificate of Shop API could not be read (${detail}).`,
    );
  const wrongPassphrase = exception(
    'client-certificate-passphrase-wrong',
    'The passphrase of the client certificate of Shop API is wrong.',
  );
  const otherKey = withOpenssl({}, 'genrsa', '-out', 'out', '2048').toString();
  const rows: readonly (readonly [string, PreparedTls['clientCertificate'], Expected])[] = [
    [
      'a key of another certificate',
      { ...pem, key: server.key },
      exception('client-key-mismatch', 'The key does not belong to the client certificate of Shop API.'),
    ],
    [
      'a key of another kind',
      { ...pem, key: otherKey },
      exception('client-key-mismatch', 'The key does not belong to the client certificate of Shop API.'),
    ],
    ['no certificate', { ...pem, certificate: ' ' }, unreadable('there is no certificate in PEM form')],
    [
      'a damaged certificate',
      { ...pem, certificate: damaged(client.cert) },
      unreadable('the certificate is damaged'),
    ],
    ['no key', { ...pem, key: client.cert }, unreadable('there is no private key in PEM form')],
    ['a damaged key', { ...pem, key: damaged(client.key) }, unreadable('its key is damaged')],
    [
      'an encrypted key without a passphrase',
      { ...pem, key: encryptedKey(client) },
      unreadable('its key is encrypted, and no passphrase is set'),
    ],
    ['a wrong passphrase', { ...pem, key: encryptedKey(client), passphrase: 'wrong' }, wrongPassphrase],
    [
      'a wrong passphrase of an old key',
      { ...pem, key: oldStyleKey(client), passphrase: 'wrong' },
      wrongPassphrase,
    ],
    ['a wrong passphrase of a PKCS#12 file', { ...p12, passphrase: 'wrong' }, wrongPassphrase],
    ['no passphrase of a PKCS#12 file', { ...p12, passphrase: null }, wrongPassphrase],
    [
      'a PKCS#12 file without a key',
      { ...p12, base64: keylessPkcs12(client) },
      unreadable('it holds no private key'),
    ],
    [
      'something else than a PKCS#12 file',
      { ...p12, base64: Buffer.from('a photo').toString('base64') },
      unreadable('it is no PKCS#12 file'),
    ],
  ];
  return rows.map(([name, own, expected]) => one(`${name} stops the call`, showing(own), expected));
}

/** The one row in which the libraries differ: OpenSSL 3 no longer reads what BoringSSL still does. */
export function oldPkcs12Case({ certificates, ports }: TlsServers, isReadable: boolean): TlsCase {
  const { authority, client } = certificates;
  const call = {
    url: `https://a.test:${ports.clients}/`,
    tls: {
      authorities: authority.cert,
      clientCertificate: { type: 'pkcs12', base64: oldPkcs12(client), passphrase },
    },
  } as const;
  const refused = exception(
    'client-certificate-unreadable',
    'The client certificate of Shop API could not be read (its encryption is too old: export it again with AES).',
  );
  return one(
    'a PKCS#12 file with the old encryption is read where the library can, and refused in words where not',
    call,
    isReadable ? success('TLSv1.3 SUCCESS CN=Test server 1') : refused,
  );
}
