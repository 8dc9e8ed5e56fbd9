import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem, sendAnswer, type SampleAnswer } from './sample-answer.ts';
import { sampleRoutes, type SampleRoute } from './sample-routes.ts';

/** Where nothing listens: the address of the sample API where none is served. */
export const noSampleUrl = 'http://127.0.0.1:9';

/** A sample API that is being served. */
export interface SampleApi {
  /** Scheme, host and port, without a slash at the end: what `{{@sample.url}}` stands for. */
  readonly url: string;
  /** Stops serving and closes what is open. */
  close(): Promise<void>;
}

/**
 * Serves the small shop that the example talks to, on a free port of this computer only, so that the example works
 * offline.
 *
 * A web page in a browser can send requests to loopback ports, also under a name of its own that it has pointed here. So
 * only requests that name this computer as their host are answered, and none gets a header that would let a page read.
 */
export async function startSampleApi(): Promise<SampleApi> {
  const routes = sampleRoutes();
  const server = http.createServer((request, response) => {
    void answerRequest(routes, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answerRequest(
  routes: readonly SampleRoute[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const abandoned = new AbortController();
  response.once('close', () => {
    abandoned.abort();
  });
  try {
    sendAnswer(response, await answerOf(routes, request, abandoned.signal));
  } catch {
    // Whoever asked has gone, in the middle of the request or of a slow answer: there is nobody to tell.
    response.destroy();
  }
}

async function answerOf(
  routes: readonly SampleRoute[],
  request: IncomingMessage,
  signal: AbortSignal,
): Promise<SampleAnswer> {
  if (!namesThisComputer(request)) {
    return problem(421, 'Misdirected request', 'This API answers only under the address of this computer.');
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const found = routes.flatMap((route) => {
    const parameters = parametersOf(route.path, url.pathname);
    return parameters === null ? [] : [{ route, parameters }];
  });
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const match = found.find(({ route }) => route.method === method);
  if (match === undefined) return refusal(found.map(({ route }) => route.method));
  const body = await bodyText(request);
  if (body === null) return problem(413, 'Too large', 'The body may have 100 kB at most.');
  const { headers } = request;
  return match.route.answer({ query: url.searchParams, headers, body, signal, parameters: match.parameters });
}

function namesThisComputer({ headers, socket }: IncomingMessage): boolean {
  const port = String(socket.localPort);
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
}

function refusal(methods: readonly string[]): SampleAnswer {
  if (methods.length === 0) return problem(404, 'Not found', 'The list at / names what there is.');
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return problem(405, 'Method not allowed', `Use ${allow}.`, { allow });
}

/** What stands in the path where the pattern has a `*`; `null` where the two do not fit. */
function parametersOf(pattern: string, path: string): readonly string[] | null {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return null;
  if (!wanted.every((part, index) => part === '*' || part === parts[index])) return null;
  return parts.filter((_, index) => wanted[index] === '*').map(decodedPart);
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const largestBodyBytes = 100 * 1024;

async function bodyText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.byteLength;
    // Read on to the end all the same: a connection that is closed on a sender looks like a failure of the network.
    if (sizeBytes <= largestBodyBytes) chunks.push(chunk);
  }
  return sizeBytes <= largestBodyBytes ? Buffer.concat(chunks).toString('utf8') : null;
}
