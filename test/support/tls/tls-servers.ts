// All the servers that calls over TLS are made to: a real nginx in many ways, and servers that break off.
import { type Certificates, makeCertificates } from '../servers/certificates.ts';
import { answer, HttpRecorder } from '../servers/http-recorder.ts';
import { RunningNginx } from '../servers/nginx.ts';
import { OpensslServer } from '../servers/openssl-server.ts';
import { RunningProxy } from '../servers/proxies.ts';
import { RawServer } from '../servers/raw-server.ts';

/** Where each server listens. */
export type TlsPorts = Readonly<
  Record<
    | 'good'
    | 'expired'
    | 'otherHost'
    | 'selfSigned'
    | 'notTrusted'
    | 'chained'
    | 'broken'
    | 'old'
    | 'newest'
    | 'clients'
    | 'plain'
    | 'leaving'
    | 'strict'
    | 'older'
    | 'ends'
    | 'resets'
    | 'garbles'
    | 'squid',
    number
  >
>;

/** Servers that run, and what they show. */
export interface TlsServers extends AsyncDisposable {
  readonly ports: TlsPorts;
  readonly certificates: Certificates;
}

/** Starts all of them. Those that run already are ended where one does not start. */
export async function startTlsServers(): Promise<TlsServers> {
  const running: AsyncDisposable[] = [];
  const end = async (): Promise<void> => {
    for (const server of running.reverse()) await server[Symbol.asyncDispose]();
  };
  try {
    const certificates = makeCertificates();
    const ports = await startAll(certificates, (server) => {
      running.push(server);
      return server;
    });
    return { certificates, ports, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function startAll(
  certificates: Certificates,
  kept: <Server extends AsyncDisposable>(server: Server) => Server,
): Promise<TlsPorts> {
  const nginx = kept(await startNginx(certificates));
  const squid = kept(await RunningProxy.squid());
  const answers = () => answer(200, { 'content-type': 'text/plain' }, 'ok');
  const strict = kept(await OpensslServer.start(certificates.server, certificates.authority.cert));
  const older = kept(await HttpRecorder.start(answers, { ...certificates.server, maxVersion: 'TLSv1.2' }));
  const ends = kept(await RawServer.start(({ socket }) => void socket.once('data', () => socket.end())));
  const resets = kept(
    await RawServer.start(({ socket }) => void socket.once('data', () => socket.resetAndDestroy())),
  );
  const garbles = kept(
    await RawServer.start(
      ({ socket }) => void socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
    ),
  );
  return {
    ...nginx.ports,
    strict: strict.port,
    older: older.port,
    ends: ends.port,
    resets: resets.port,
    garbles: garbles.port,
    squid: squid.port,
  };
}

function startNginx(certificates: Certificates) {
  const clientsOf = certificates.authority.cert;
  return RunningNginx.start({
    good: { pair: certificates.server },
    expired: { pair: certificates.expired },
    otherHost: { pair: certificates.otherHost },
    selfSigned: { pair: certificates.selfSigned },
    notTrusted: { pair: certificates.notTrusted },
    chained: { pair: certificates.chained },
    broken: { pair: certificates.broken },
    old: { pair: certificates.server, protocols: 'TLSv1 TLSv1.1' },
    newest: { pair: certificates.server, protocols: 'TLSv1.3' },
    clients: { pair: certificates.server, clientsOf },
    plain: {},
    leaving: {
      pair: certificates.server,
      clientsOf,
      redirectTo: ({ clients = 0 }) => `https://b.test:${clients}/`,
    },
  });
}
