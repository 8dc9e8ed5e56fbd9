import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Agents } from '../agents.ts';
import { bareHost } from '../open-request.ts';
import type { StandInScript } from './stand-in-script.ts';
import { StandInSocket } from './stand-in-socket.ts';

/**
 * The network of one exchange that is not to have one: an agent that hands out a single socket, which plays a script.
 * Everything above the socket (the HTTP client, its parser, the clocks, the phases) is the exchange's own.
 */
export class StandInExchange implements Pick<Agents, 'agentFor'> {
  /** What making the connection begins with: a name is looked up even where the fault is that it is not known. */
  readonly firstStep: 'dns' | 'connect';
  readonly #agent: http.Agent;
  readonly #socket: StandInSocket;
  #onStruck = (): void => undefined;

  /** @param onTotalStruck the clock of the whole call is to strike now */
  constructor(url: URL, script: StandInScript, onTotalStruck: () => void) {
    const fails = script.type === 'no-connection' ? script.at : null;
    const looksUp = isIP(bareHost(url)) === 0;
    const isSecured = url.protocol === 'https:' || fails === 'tls';
    this.firstStep = looksUp || fails === 'dns' ? 'dns' : 'connect';
    this.#socket = new StandInSocket({
      script,
      looksUp,
      isSecured,
      onStruck: (clocks) => (clocks === 'total' ? onTotalStruck() : this.#onStruck()),
    });
    this.#agent = Object.assign(url.protocol === 'https:' ? new https.Agent() : new http.Agent(), {
      createConnection: () => this.#socket,
    });
  }

  /** In the place of the agents of a run. */
  agentFor(): http.Agent {
    return this.#agent;
  }

  /** Who lets the clock of the exchange strike that runs when nothing more comes. */
  listen(onStruck: () => void): void {
    this.#onStruck = onStruck;
  }

  /** All of the request has left: what the script has for it comes now. */
  requestSent(): void {
    this.#socket.requestSent();
  }
}
