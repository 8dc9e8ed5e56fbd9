import type http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { Dial } from './dial.ts';
import { openTunnel, type TunnelSettings } from './tunnel.ts';

/** What an agent is given for a new connection: where to, and the dial of the request that waits for it. */
type TunnelOptions = https.RequestOptions & { readonly dial?: Dial };

type OnConnection = (error: Error | null, socket?: Socket) => void;

/** Node's agents ask this hook for a connection; their types leave it out. */
interface ConnectingAgent {
  createConnection(options: TunnelOptions, onConnection: OnConnection): Socket | undefined;
}

/**
 * Lets a keep-alive agent of its own make its connections through a proxy to their target, so that one is used again only
 * for the same target, proxy and credentials. With TLS it is given as soon as the tunnel stands: the handshake is seen from
 * outside, as on a direct connection.
 *
 * @param settings for the connection to the proxy itself; what the agent asks of TLS is for the target alone
 */
export function createTunnelAgent<Agent extends http.Agent>(
  route: ProxyRoute,
  agent: Agent,
  settings: TunnelSettings,
): Agent {
  const isSecure = agent instanceof https.Agent;
  const connecting = agent as unknown as ConnectingAgent;
  const createConnection = connecting.createConnection.bind(agent);
  connecting.createConnection = (given, onConnection) => {
    const dial = given.dial ?? new Dial({ onStep: () => undefined, onProxy: () => undefined });
    const target = { host: given.host ?? 'localhost', port: Number(given.port) };
    openTunnel(route, target, settings, dial).then(
      (socket) => {
        const secured = { ...given, socket } as TunnelOptions;
        onConnection(null, isSecure ? createConnection(secured, () => undefined) : socket);
      },
      (error: unknown) => onConnection(error instanceof Error ? error : new Error(String(error))),
    );
    return undefined;
  };
  return agent;
}
