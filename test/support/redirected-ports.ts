// Lets rows with fixed hosts and ports reach servers on free ports, for the tables name real addresses.
import type { Duplex } from 'node:stream';
import type { Agents } from '#electron/executor/agents.ts';

/** As much of what node:http hands to an agent as is looked at here. */
interface ConnectOptions {
  readonly host: string;
  readonly port: number | string;
}

interface ConnectingAgent {
  createConnection(options: ConnectOptions, callback: unknown): Duplex;
}

/**
 * Makes agents connect to other ports than addresses say, so that `https://a.test` and `https://a.test:8443` reach servers
 * on free ports. All else, TLS included, is as it would be.
 */
export function redirectPorts(agents: Agents, portOf: (host: string, port: number) => number): void {
  for (const url of ['http://a.test', 'https://a.test']) {
    const agent = agents.agentFor(new URL(url)) as unknown as ConnectingAgent;
    const createConnection = agent.createConnection.bind(agent);
    const standardPort = url.startsWith('https') ? 443 : 80;
    agent.createConnection = (options, callback) => {
      const port = Number(options.port) || standardPort;
      return createConnection({ ...options, port: portOf(options.host, port) }, callback);
    };
  }
}
