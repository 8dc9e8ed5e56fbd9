import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { TunnelSettings } from './tunnel.ts';
import { createTunnelAgent } from './tunnel-agents.ts';

/** What decides how connections are made. Client certificates will come in here as other agents. */
export interface ConnectionSettings {
  /** Turns a host name into addresses; the operating system's resolver by default. */
  readonly lookup?: LookupFunction;
  /** PEM certificates that are trusted besides the built-in ones. */
  readonly certificateAuthorities?: readonly string[];
  /** The monotonic clock by which idle time is measured. */
  readonly nowMs?: () => number;
}

/** The connections of one run, kept open between its calls. */
export interface Agents {
  /**
   * The agent for an address. Through a proxy that passes whole requests on, this is the agent for the proxy's own address;
   * where the proxy opens a tunnel, `tunnel` is its route.
   */
  agentFor(url: URL, tunnel?: ProxyRoute | null): http.Agent;
  /** Closes connections that have been idle for at least this long, so that the next request is not given one. */
  closeIdle(idleMs: number): void;
  /** Closes everything, also what is in use. */
  close(): void;
}

/** Makes the keep-alive agents of one run: two for direct connections, and one for each way through a proxy. */
export function createAgents(settings: ConnectionSettings = {}): Agents {
  const nowMs = settings.nowMs ?? (() => performance.now());
  const idleSinceMs = new WeakMap<Socket, number>();
  const options = agentOptions(settings);
  const secureOptions = { ...options, ...trust(settings) };
  const agents: http.Agent[] = [];
  const kept = (agent: http.Agent): http.Agent => {
    noteIdle(agent as unknown as KeepAliveAgent, idleSinceMs, nowMs);
    agents.push(agent);
    return agent;
  };
  const plain = kept(new http.Agent(options));
  const secure = kept(new https.Agent(secureOptions));
  const tunnels = new Map<string, http.Agent>();
  const tunnelAgent = (route: ProxyRoute, isSecure: boolean): http.Agent => {
    const key = JSON.stringify([isSecure, route]);
    const agent = tunnels.get(key) ?? kept(createTunnelAgent(route, isSecure, secureOptions));
    tunnels.set(key, agent);
    return agent;
  };
  return {
    agentFor: (url, tunnel = null) => {
      const isSecure = url.protocol === 'https:';
      if (tunnel !== null) return tunnelAgent(tunnel, isSecure);
      return isSecure ? secure : plain;
    },
    closeIdle: (idleMs) => {
      const latestMs = nowMs() - idleMs;
      for (const agent of agents) closeFree(agent, (socket) => (idleSinceMs.get(socket) ?? 0) <= latestMs);
    },
    close: () => {
      for (const agent of agents) agent.destroy();
    },
  };
}

function closeFree(agent: http.Agent, isIdle: (socket: Socket) => boolean): void {
  for (const name in agent.freeSockets)
    for (const socket of agent.freeSockets[name] ?? []) if (isIdle(socket)) socket.destroy();
}

/** Node's agent asks this hook whether to keep a connection whose response is complete; its types leave the answer out. */
type KeepAliveAgent = Omit<http.Agent, 'keepSocketAlive'> & { keepSocketAlive(socket: Socket): boolean };

function noteIdle(agent: KeepAliveAgent, idleSinceMs: WeakMap<Socket, number>, nowMs: () => number): void {
  const keepSocketAlive = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (socket) => {
    idleSinceMs.set(socket, nowMs());
    return keepSocketAlive(socket);
  };
}

/**
 * Of several addresses each gets a second before the next one is tried: Node's own 250 ms would give up on a distant
 * server that answers well within our connect clock.
 */
const nextAddressAfterMs = 1000;

function agentOptions({ lookup }: ConnectionSettings): http.AgentOptions & TunnelSettings {
  const connecting = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: nextAddressAfterMs };
  return { keepAlive: true, ...connecting, ...(lookup ? { lookup: deferred(lookup) } : {}) };
}

/** A lookup that answers at once would be over before anyone could listen for it, and be missing from the timings. */
function deferred(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) =>
    lookup(host, options, (...answer) => {
      setImmediate(() => callback(...answer));
    });
}

/** One context for all connections: reading the built-in certificates anew for each would cost milliseconds. */
function trust({ certificateAuthorities }: ConnectionSettings): { readonly secureContext?: SecureContext } {
  if (certificateAuthorities === undefined) return {};
  return {
    secureContext: createSecureContext({ ca: [...rootCertificates, ...certificateAuthorities] }),
  };
}
