import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { PreparedTls } from '#shared/request/prepared-tls.ts';
import type { CallException } from './call-failure.ts';
import { type TlsContext, TlsContexts } from './tls-context.ts';
import type { TunnelSettings } from './tunnel.ts';
import { createTunnelAgent } from './tunnel-agents.ts';

/** What decides how connections are made, besides what endpoints say. */
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
   * where the proxy opens a tunnel, `tunnel` is its route. `tls` is for the target; absent, nothing special is asked for.
   */
  agentFor(url: URL, tunnel?: ProxyRoute | null, tls?: TlsContext): http.Agent;
  /** What connections are made with under some settings, or why there can be none. */
  tlsContext(tls: PreparedTls | undefined): Outcome<TlsContext, CallException>;
  /** Closes connections that have been idle for at least this long, so that the next request is not given one. */
  closeIdle(idleMs: number): void;
  /** Closes everything, also what is in use. */
  close(): void;
}

/**
 * Makes the keep-alive agents of one run: one for each way and each set of TLS settings, so that a connection is never used
 * under other settings than it was made with.
 */
export function createAgents(settings: ConnectionSettings = {}): Agents {
  const nowMs = settings.nowMs ?? (() => performance.now());
  const idleSinceMs = new WeakMap<Socket, number>();
  const options = agentOptions(settings);
  const contexts = new TlsContexts(settings.certificateAuthorities);
  const agents = new Map<string, http.Agent>();
  const kept = (key: string, make: () => http.Agent): http.Agent => {
    const known = agents.get(key);
    if (known !== undefined) return known;
    const agent = make();
    noteIdle(agent as unknown as KeepAliveAgent, idleSinceMs, nowMs);
    agents.set(key, agent);
    return agent;
  };
  const proxySettings = { ...options, ...withContext(contexts.plain) };
  return {
    agentFor: (url, tunnel = null, tls = contexts.plain) => {
      const secured = url.protocol === 'https:' ? tls : null;
      const key = JSON.stringify([secured?.id ?? null, tunnel]);
      const made = secured === null ? options : { ...options, ...securedOptions(secured) };
      return kept(key, () =>
        tunnel === null
          ? newAgent(made, secured !== null)
          : createTunnelAgent(tunnel, newAgent(made, secured !== null), proxySettings),
      );
    },
    tlsContext: (tls) => contexts.open(tls),
    closeIdle: (idleMs) => {
      const latestMs = nowMs() - idleMs;
      for (const agent of agents.values())
        closeFree(agent, (socket) => (idleSinceMs.get(socket) ?? 0) <= latestMs);
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

function newAgent(options: https.AgentOptions, isSecure: boolean): http.Agent {
  return isSecure ? new https.Agent(options) : new http.Agent(options);
}

/** Sessions are not resumed: a session that is resumed no longer has the certificates that the server showed. */
function securedOptions(tls: TlsContext): https.AgentOptions & Pick<TunnelSettings, 'secureContext'> {
  return { ...withContext(tls), rejectUnauthorized: tls.verify, maxCachedSessions: 0 };
}

function withContext({ secureContext }: TlsContext): Pick<TunnelSettings, 'secureContext'> {
  return secureContext === undefined ? {} : { secureContext };
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
