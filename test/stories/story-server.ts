// The server of the stories: a real one on loopback that remembers what reached it.
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { sampleUsers } from '#electron/sample/sample-data.ts';

/** A request as it arrived. */
export interface StoryRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
  /** Settles when the socket that brought it is closed. */
  readonly socketClosed: Promise<void>;
}

/** Answers a request of one path; the rest of the path and the query are in the request. */
export type StoryRoute = (request: StoryRequest, response: ServerResponse) => void;

/** The server of the stories: it demands its token, and keeps account of requests and sockets. */
export interface StoryServer {
  readonly url: string;
  /** Everything that arrived, in order; counted here and not by the client. */
  readonly requests: readonly StoryRequest[];
  /** Sockets that were opened so far. */
  readonly socketsOpened: number;
  /** Sockets that are open now. */
  readonly socketsOpen: number;
  /** Gives the next request that arrives, or the first one already there that nobody has waited for. */
  nextRequest(): Promise<StoryRequest>;
  close(): Promise<void>;
}

/** What a story server can be asked to do differently. */
export interface StoryServerOptions {
  /** The bearer token that `/users/…` demands. */
  readonly token?: string;
  /** Further routes, by the first part of the path. */
  readonly routes?: Readonly<Record<string, StoryRoute>>;
  /** Closes what the routes need, after the server. */
  readonly closeBehind?: () => Promise<void>;
}

/**
 * Starts the server of the stories on a free port of this computer. `/users/7` and the like want the token; `/hold` never
 * answers; `/echo` repeats what it was sent.
 */
export async function startStoryServer(options: StoryServerOptions = {}): Promise<StoryServer> {
  const routes: Readonly<Record<string, StoryRoute>> = {
    users: usersRoute(options.token ?? 'story-token-0815'),
    hold: () => undefined,
    echo: (request, response) => {
      answerJson(response, 200, echoed(request));
    },
    ...options.routes,
  };
  const requests: StoryRequest[] = [];
  const waiting: ((request: StoryRequest) => void)[] = [];
  const sockets = new Set<Socket>();
  let taken = 0;
  let opened = 0;

  const server = http.createServer((incoming, response) => {
    void receive(incoming).then((request) => {
      requests.push(request);
      if (waiting.length > 0) taken += 1;
      waiting.shift()?.(request);
      const route = routes[/^\/([^/?]*)/.exec(request.path)?.[1] ?? ''];
      if (route === undefined) answerJson(response, 404, { title: 'Not found' });
      else route(request, response);
    });
  });
  server.on('connection', (socket) => {
    opened += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    requests,
    get socketsOpened() {
      return opened;
    },
    get socketsOpen() {
      return sockets.size;
    },
    nextRequest: () => {
      const known = requests[taken];
      if (known === undefined) return new Promise((resolve) => waiting.push(resolve));
      taken += 1;
      return Promise.resolve(known);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await options.closeBehind?.();
    },
  };
}

/** Answers with a JSON value. */
export function answerJson(response: ServerResponse, statusCode: number, value: unknown): void {
  response.writeHead(statusCode, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** What a request was, secrets and all, as a careless server repeats it. */
function echoed({ body, headers, method, path }: StoryRequest) {
  return { method, path, headers, body };
}

function usersRoute(token: string): StoryRoute {
  return ({ headers, path }, response) => {
    const user = sampleUsers.find(({ id }) => path === `/users/${String(id)}`);
    if (headers.authorization !== `Bearer ${token}`)
      answerJson(response, 401, { title: 'Not authorised', status: 401 });
    else if (user === undefined) answerJson(response, 404, { title: 'No such user', status: 404 });
    else answerJson(response, 200, user);
  };
}

async function receive(incoming: IncomingMessage): Promise<StoryRequest> {
  const socketClosed = new Promise<void>((resolve) => {
    if (incoming.socket.destroyed) resolve();
    incoming.socket.once('close', () => {
      resolve();
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    rawHeaders: incoming.rawHeaders,
    body: Buffer.concat(chunks).toString('utf8'),
    socketClosed,
  };
}
