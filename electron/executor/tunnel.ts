import dns from 'node:dns';
import net, { isIP, type LookupFunction, type Socket } from 'node:net';
import tls, { type SecureContext } from 'node:tls';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { Dial } from './dial.ts';
import { openHttpTunnel, type TunnelTarget } from './http-tunnel.ts';
import { openSocksTunnel } from './socks-tunnel.ts';

/** How the connection to a proxy itself is made. */
export interface TunnelSettings {
  readonly lookup?: LookupFunction;
  readonly autoSelectFamily?: boolean;
  readonly autoSelectFamilyAttemptTimeout?: number;
  readonly secureContext?: SecureContext;
}

/** The name of the target could not be found by ourselves, before the proxy came into it. */
export class TargetNotResolved extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'TargetNotResolved';
  }
}

/**
 * Makes a connection to a target through a proxy, each step told to the dial. The socket stands when it is given: its next
 * byte is for the target. It rejects with an error of the system, a `ProxyRefusal` or a `TargetNotResolved`, and whatever
 * it opened is closed then.
 */
export async function openTunnel(
  route: ProxyRoute,
  target: TunnelTarget,
  settings: TunnelSettings,
  dial: Dial,
): Promise<Socket> {
  const { scheme } = route.server;
  const isSocks = scheme === 'socks5' || scheme === 'socks5h';
  const host = scheme === 'socks5' ? await resolved(target.host, settings, dial) : target.host;
  const socket = await connectToProxy(route, settings, dial);
  try {
    dial.watch.onProxy();
    await (isSocks ? openSocksTunnel : openHttpTunnel)(socket, { ...target, host }, route);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** With `socks5` the names are looked up on this machine. */
async function resolved(host: string, settings: TunnelSettings, dial: Dial): Promise<string> {
  if (isIP(host) !== 0) return host;
  dial.watch.onStep('dns');
  const lookup = settings.lookup ?? dns.lookup;
  const address = await new Promise<string>((resolve, reject) => {
    lookup(host, { all: false }, (error, found) => {
      if (error !== null) reject(new TargetNotResolved(error));
      else resolve(typeof found === 'string' ? found : (found[0]?.address ?? host));
    });
  });
  if (dial.isAborted) throw new Error('Nobody waits for this connection any more.');
  return address;
}

function connectToProxy({ server }: ProxyRoute, settings: TunnelSettings, dial: Dial): Promise<Socket> {
  const { autoSelectFamily, autoSelectFamilyAttemptTimeout, lookup, secureContext } = settings;
  const connecting = {
    ...(autoSelectFamily === undefined ? {} : { autoSelectFamily }),
    ...(autoSelectFamilyAttemptTimeout === undefined ? {} : { autoSelectFamilyAttemptTimeout }),
    ...(lookup === undefined ? {} : { lookup }),
  };
  const { host, port } = server;
  const isSecure = server.scheme === 'https';
  dial.watch.onStep(isIP(host) === 0 ? 'dns' : 'connect');
  return new Promise((resolve, reject) => {
    const socket = isSecure
      ? tls.connect({
          ...connecting,
          host,
          port,
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ...(secureContext === undefined ? {} : { secureContext }),
          ALPNProtocols: ['http/1.1'],
          rejectUnauthorized: true,
        })
      : net.connect({ ...connecting, host, port });
    const onClose = (): void => {
      reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    };
    dial.hold(socket);
    socket.once('lookup', (error: Error | null) => {
      if (error === null) dial.watch.onStep('connect');
    });
    socket.once('error', reject);
    socket.once('close', onClose);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.removeListener('error', reject);
      socket.removeListener('close', onClose);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
