import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answeredPage, deniedPage, foreignPage, showPage } from './sign-in-page.ts';

/** What the browser brings back. */
export type BroughtBack =
  | { readonly type: 'code'; readonly code: string }
  /** The person or the server refused. */
  | { readonly type: 'denied'; readonly error: string };

const callbackPath = '/callback';

/**
 * Waits on this machine alone for the browser to come back from one sign-in (RFC 8252 §7.3): on a free port, for one
 * answer, and only for one that knows the state of this sign-in. Whatever else asks changes nothing.
 */
export class LoopbackListener {
  /** Settles with the first answer that belongs here. */
  readonly answer: Promise<BroughtBack>;
  readonly #server: Server;
  readonly #state: string;
  #isAnswered = false;
  #resolve: (answer: BroughtBack) => void = () => undefined;

  private constructor(state: string) {
    this.#state = state;
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      this.#serve(request, response);
    });
  }

  static async start(state: string): Promise<LoopbackListener> {
    const listener = new LoopbackListener(state);
    listener.#server.listen(0, '127.0.0.1');
    await once(listener.#server, 'listening');
    return listener;
  }

  get redirectUri(): string {
    return `http://${this.#host}${callbackPath}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #host(): string {
    return `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const brought = this.#isAnswered ? null : this.#read(request);
    if (brought === null) {
      showPage(response, foreignPage, () => undefined);
      return;
    }
    this.#isAnswered = true;
    // The person sees the page before anything closes this server.
    response.once('close', () => this.#resolve(brought));
    showPage(response, brought.type === 'code' ? answeredPage : deniedPage, () => undefined);
  }

  #read({ headers, method, url = '' }: IncomingMessage): BroughtBack | null {
    // A page elsewhere whose name was made to lead here asks with that name.
    if (method !== 'GET' || headers.host !== this.#host) return null;
    const { pathname, searchParams } = new URL(url, `http://${this.#host}`);
    if (pathname !== callbackPath || !isSame(searchParams.get('state') ?? '', this.#state)) return null;
    return broughtBack(searchParams);
  }
}

function broughtBack(parameters: URLSearchParams): BroughtBack | null {
  const [code, error, description] = ['code', 'error', 'error_description'].map(
    (name) => parameters.get(name) ?? '',
  ) as [string, string, string];
  if (error !== '') return { type: 'denied', error: description === '' ? error : `${error}: ${description}` };
  return code === '' ? null : { type: 'code', code };
}

/** In a time that does not tell how much of it is right. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
