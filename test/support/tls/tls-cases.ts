// The table of calls over TLS that both TLS libraries have to pass with the same sentences: OpenSSL and BoringSSL.
import type { PreparedProxy } from '#shared/request/prepared-proxy.ts';
import type { PreparedTls } from '#shared/request/prepared-tls.ts';
import { proxyUser } from '../servers/proxies.ts';
import { clientCertificateCases, unusableCases } from './client-certificate-cases.ts';
import {
  damaged,
  exception,
  type Expected,
  failed,
  failure,
  off,
  one,
  passed,
  success,
  type TlsCase,
} from './tls-case.ts';
import type { TlsCall } from './tls-calls.ts';
import type { TlsServers } from './tls-servers.ts';

/** Every row. The answers of nginx are its version of TLS, what it makes of the client's certificate, and its requests. */
export function tlsCases(servers: TlsServers): readonly TlsCase[] {
  return [
    ...authorityCases(servers),
    ...unverifiedCases(servers),
    ...versionCases(servers),
    ...clientCertificateCases(servers),
    ...unusableCases(servers),
    ...wayCases(servers),
    ...faultCases(servers),
  ];
}

const expiredSentence = 'The certificate of a.test expired on Feb  3 04:05:06 2001 GMT.';
const notTrustedSentence =
  'The certificate of a.test was issued by Strange authority, which is not trusted here.';
const selfSignedSentence = 'a.test shows a certificate that it signed itself.';
const otherHostSentence = 'The certificate of a.test is made out to elsewhere.test.';

function authorityCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const { authority, selfSigned, strangeAuthority } = certificates;
  const own = { authorities: authority.cert };
  const at = (port: number, tls?: Partial<PreparedTls>): TlsCall => ({
    url: `https://a.test:${port}/`,
    ...(tls === undefined ? {} : { tls }),
  });
  const chain = ['Test server', 'Test authority'];
  return [
    one('an authority of one’s own is trusted', at(ports.good, own), {
      ...success('TLSv1.3 NONE  1'),
      secured: passed(chain),
    }),
    one(
      'one of several authorities of one’s own is trusted, whatever stands around them',
      at(ports.good, { authorities: `One:\n${strangeAuthority.cert}\r\nTwo:\r\n${authority.cert}` }),
      success('TLSv1.3 NONE  1'),
    ),
    one('the whole chain is shown', at(ports.chained, own), {
      ...success('TLSv1.3 NONE  1'),
      secured: passed(['Test server', 'Between', 'Test authority']),
    }),
    one(
      'a server that leaves out what is between is not trusted',
      at(ports.broken, own),
      failure(
        'certificate-not-trusted',
        'The certificate of a.test was issued by Between, which is not trusted here.',
      ),
    ),
    one('an authority that nobody knows is not trusted', at(ports.notTrusted, own), {
      ...failure('certificate-not-trusted', notTrustedSentence),
      secured: failed(notTrustedSentence, ['Test server']),
    }),
    one('a certificate that signed itself is not trusted', at(ports.selfSigned), {
      ...failure('certificate-self-signed', selfSignedSentence),
      secured: failed(selfSignedSentence, ['a.test']),
    }),
    one(
      'a certificate that signed itself is trusted where it was added',
      at(ports.selfSigned, { authorities: selfSigned.cert }),
      { ...success('TLSv1.3 NONE  1'), secured: passed(['a.test']) },
    ),
    one('a certificate that has expired is refused', at(ports.expired, own), {
      ...failure('certificate-expired', expiredSentence),
      secured: failed(expiredSentence, chain),
    }),
    one('a certificate of another host is refused', at(ports.otherHost, own), {
      ...failure('certificate-host-mismatch', otherHostSentence),
      secured: failed(otherHostSentence, chain),
    }),
    one(
      'authorities that are none stop the call',
      at(ports.good, { authorities: 'my company' }),
      exception(
        'ca-file-unreadable',
        'The authority file of Shop API could not be read or holds no certificate.',
      ),
    ),
    one(
      'authorities that are damaged stop the call',
      at(ports.good, { authorities: damaged(authority.cert) }),
      exception(
        'ca-file-unreadable',
        'The authority file of Shop API could not be read or holds no certificate.',
      ),
    ),
  ];
}

function unverifiedCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const tls = { verify: false };
  const own = { verify: false, authorities: certificates.authority.cert };
  const at = (port: number, settings: Partial<PreparedTls>): TlsCall => ({
    url: `https://a.test:${port}/`,
    tls: settings,
  });
  return [
    one('without verification a certificate that signed itself will do', at(ports.selfSigned, tls), {
      ...success('TLSv1.3 NONE  1'),
      secured: off(selfSignedSentence, ['a.test']),
    }),
    one('without verification one that has expired will do', at(ports.expired, own), {
      ...success('TLSv1.3 NONE  1'),
      secured: off(expiredSentence, ['Test server', 'Test authority']),
    }),
    one('without verification one of another host will do', at(ports.otherHost, own), {
      ...success('TLSv1.3 NONE  1'),
      secured: off(otherHostSentence, ['Test server', 'Test authority']),
    }),
    one('without verification it is told that nothing is wrong', at(ports.good, own), {
      ...success('TLSv1.3 NONE  1'),
      secured: off(null, ['Test server', 'Test authority']),
    }),
    {
      name: 'a connection that was not verified, or has other settings, is never used by a call that verifies',
      calls: [
        at(ports.good, tls),
        at(ports.good, tls),
        at(ports.good, { authorities: certificates.authority.cert }),
        at(ports.good, { authorities: certificates.authority.cert }),
        at(ports.good, {}),
      ],
      expected: [
        success('TLSv1.3 NONE  1'),
        { ...success('TLSv1.3 NONE  2'), secured: off(unknownIssuer, ['Test server']) },
        success('TLSv1.3 NONE  1'),
        { ...success('TLSv1.3 NONE  2'), secured: passed(['Test server', 'Test authority']) },
        failure('certificate-not-trusted', unknownIssuer),
      ],
    },
  ];
}

const unknownIssuer = 'The certificate of a.test was issued by Test authority, which is not trusted here.';

function versionCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const own = { authorities: certificates.authority.cert };
  const none = failure('tls-version-unsupported', 'a.test and Flowbench have no TLS version in common.');
  const old: TlsCall = { url: `https://a.test:${ports.old}/`, tls: own };
  return [
    one('a server with old versions only is refused', old, none),
    one(
      'and spoken to where old versions are allowed',
      { ...old, tls: { ...own, minVersion: 'TLSv1.1' } },
      {
        ...success('TLSv1.1 NONE  1'),
        secured: passed(['Test server', 'Test authority'], 'TLSv1.1'),
      },
    ),
    one(
      'a server with the newest version only is spoken to',
      { url: `https://a.test:${ports.newest}/`, tls: { ...own, minVersion: 'TLSv1.3' } },
      success('TLSv1.3 NONE  1'),
    ),
    one(
      'a server without the newest version is refused where it is asked for',
      { url: `https://a.test:${ports.older}/`, tls: { ...own, minVersion: 'TLSv1.3' } },
      none,
    ),
  ];
}

function wayCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const { authority, client } = certificates;
  const tls = {
    authorities: authority.cert,
    clientCertificate: { type: 'pem', certificate: client.cert, key: client.key, passphrase: null },
  } as const;
  const proxy: PreparedProxy = {
    mode: 'manual',
    route: { server: { scheme: 'http', host: '127.0.0.1', port: ports.squid }, credentials: proxyUser },
    noProxy: ['<-loopback>'],
  };
  return [
    one(
      'the settings hold for the target behind a proxy',
      { url: `https://a.test:${ports.clients}/`, tls, proxy },
      { ...success('TLSv1.3 SUCCESS CN=Test server 1'), secured: passed(['Test server', 'Test authority']) },
    ),
    one(
      'a target behind a proxy is verified',
      { url: `https://a.test:${ports.notTrusted}/`, tls, proxy },
      failure('certificate-not-trusted', notTrustedSentence),
    ),
    one(
      'a redirect to another origin leaves the client certificate behind, and the authority goes along',
      { url: `https://a.test:${ports.leaving}/`, tls },
      {
        status: 'error',
        statusCode: 400,
        dropped: ['client certificate'],
        secured: [...passed(['Test server', 'Test authority']), ...passed(['Test server', 'Test authority'])],
      },
    ),
    one(
      'a redirect to another origin is verified whatever the endpoint says',
      {
        url: `https://a.test:${ports.leaving}/`,
        tls: { clientCertificate: tls.clientCertificate, verify: false },
      },
      {
        ...failure(
          'certificate-not-trusted',
          'The certificate of b.test was issued by Test authority, which is not trusted here.',
        ),
        dropped: ['client certificate'],
      },
    ),
  ];
}

function faultCases({ certificates, ports }: TlsServers): readonly TlsCase[] {
  const tls = { authorities: certificates.authority.cert };
  const at = (port: number): TlsCall => ({ url: `https://a.test:${port}/`, tls });
  const broken = (attempts: number): Expected => ({
    status: 'failure',
    code: 'tls-handshake-failed',
    attempts,
    defects: [],
  });
  return [
    one(
      'plain HTTP at the port is no TLS',
      at(ports.plain),
      failure('tls-not-spoken', `a.test:${ports.plain} does not speak TLS.`),
    ),
    one(
      'another protocol at the port is no TLS',
      at(ports.garbles),
      failure('tls-not-spoken', `a.test:${ports.garbles} does not speak TLS.`),
    ),
    one('a handshake that the server ends is made again', { ...at(ports.ends), retries: 1 }, broken(2)),
    one(
      'a handshake that the server breaks off is made again, also for a POST',
      { ...at(ports.resets), method: 'POST', retries: 1 },
      broken(2),
    ),
  ];
}
