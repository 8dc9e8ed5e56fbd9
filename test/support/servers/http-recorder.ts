// A server that keeps requests byte by byte and answers with bytes, where a library would tidy both up.
import type { TlsOptions } from 'node:tls';
import { type RawConnection, RawServer } from './raw-server.ts';
import { Waiting } from './waiting.ts';

/** A request exactly as its bytes came. Texts hold one character per byte. */
export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  /** Name and value pairs in the order and case of the wire. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The number of the connection it came on, from 0. */
  readonly connection: number;
}

/** What to answer: bytes as they are to be sent, and what to do with the connection then. */
export type RecordedAnswer =
  string | Buffer | { readonly bytes?: string; readonly then: 'reset' | 'close' | 'silence' };

/** Decides the answer to a request, by its number from 0. */
export type Answerer = (request: RecordedRequest, number: number) => RecordedAnswer | Promise<RecordedAnswer>;

/**
 * An HTTP/1.1 server on a raw socket that records each request byte for byte and answers with bytes of the test's choice.
 * It keeps connections open, so that requests, connections and reuse can be counted where they arrive.
 */
export class HttpRecorder implements AsyncDisposable {
  readonly requests: RecordedRequest[] = [];
  readonly server: RawServer;
  readonly #waiting = new Waiting();

  private constructor(server: RawServer) {
    this.server = server;
  }

  static async start(answer: Answerer, tlsOptions?: TlsOptions): Promise<HttpRecorder> {
    const holder: { recorder?: HttpRecorder } = {};
    const server = await RawServer.start(
      (connection, number) => holder.recorder!.#serve(connection, number, answer),
      tlsOptions,
    );
    holder.recorder = new HttpRecorder(server);
    return holder.recorder;
  }

  get origin(): string {
    return this.server.origin;
  }

  get port(): number {
    return this.server.port;
  }

  /** Resolves with a request, by its number from 0, once it came in whole. */
  async request(number = 0): Promise<RecordedRequest> {
    await this.#waiting.until(() => this.requests.length > number);
    return this.requests[number]!;
  }

  #serve(connection: RawConnection, number: number, answer: Answerer): void {
    let consumed = 0;
    connection.socket.on('data', () => {
      const read = readRequest(connection.received.slice(consumed), number);
      if (read === null) return;
      consumed += read.length;
      this.requests.push(read.request);
      this.#waiting.check();
      void this.#answer(connection, answer, read.request);
    });
  }

  async #answer(connection: RawConnection, answer: Answerer, request: RecordedRequest): Promise<void> {
    const bytes = await answer(request, this.requests.length - 1);
    if (typeof bytes === 'string' || Buffer.isBuffer(bytes)) {
      connection.socket.write(bytes, 'latin1');
      return;
    }
    connection.socket.write(bytes.bytes ?? '', 'latin1');
    if (bytes.then === 'reset') connection.socket.resetAndDestroy();
    if (bytes.then === 'close') connection.socket.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

/** A whole answer with a length, as most servers send it. */
export function answer(
  statusCode: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string {
  const lines = Object.entries({ ...headers, 'Content-Length': String(body.length) });
  return `HTTP/1.1 ${statusCode} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

function readRequest(
  text: string,
  connection: number,
): { readonly request: RecordedRequest; readonly length: number } | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [requestLine = '', ...lines] = text.slice(0, headEnd).split('\r\n');
  const [method = '', target = ''] = requestLine.split(' ');
  const headers = lines.map(
    (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const,
  );
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  const bodyStart = headEnd + 4;
  const bodyLength = Number(length ?? 0);
  if (text.length < bodyStart + bodyLength) return null;
  const body = text.slice(bodyStart, bodyStart + bodyLength);
  return { request: { method, target, headers, body, connection }, length: bodyStart + bodyLength };
}
