import http from 'node:http';
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
 * A keep-alive agent whose connections lead through a proxy to their target, so that one is used again only for the same
 * target, proxy and credentials. With TLS it is given as soon as the tunnel stands: the handshake is seen from outside, as
 * on a direct connection.
 */
export function createTunnelAgent(
  route: ProxyRoute,
  isSecure: boolean,
  options: https.AgentOptions & TunnelSettings,
): http.Agent {
  const agent = isSecure ? new https.Agent(options) : new http.Agent(options);
  const connecting = agent as unknown as ConnectingAgent;
  const createConnection = connecting.createConnection.bind(agent);
  connecting.createConnection = (given, onConnection) => {
    const dial = given.dial ?? new Dial({ onStep: () => undefined, onProxy: () => undefined });
    const target = { host: given.host ?? 'localhost', port: Number(given.port) };
    openTunnel(route, target, options, dial).then(
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
