// An authorization server and an API that takes its tokens: both check all that a client could get wrong.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Waiting } from './waiting.ts';

/** A client that the server knows. An empty secret is a public client. */
export interface KnownClient {
  readonly id: string;
  readonly secret: string;
}

/** A request for a token as it came. */
export interface TokenRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
}

/** An answer in place of the one that the server would give. */
export interface OtherAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Code {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly scope: string;
}

/**
 * An authorization server (RFC 6749, RFC 7636) with the API that its tokens are for on an origin of its own. Tokens can be
 * revoked, refresh tokens are good once, and every request for a token is recorded.
 */
export class AuthorizationServer implements AsyncDisposable {
  readonly tokenRequests: TokenRequest[] = [];
  /** Path and `Authorization` of each request to the API. */
  readonly apiRequests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  readonly tokens = new Set<string>();
  readonly refreshTokens = new Set<string>();
  /** What `expires_in` says; `null` leaves it out. */
  lifetimeSeconds: number | null = 3600;
  givesRefreshTokens = true;
  /** The error that a person's refusal comes back with; `null` where they agree. */
  denies: string | null = null;
  /** Takes the place of the next answers to token requests. */
  readonly otherAnswers: OtherAnswer[] = [];
  /** While it is set, token requests wait for it. */
  hold: Promise<void> | null = null;
  /** Sockets to the token server that were closed. */
  closedSockets = 0;
  readonly client: KnownClient;
  readonly #codes = new Map<string, Code>();
  readonly #waiting = new Waiting();
  readonly #server: http.Server;
  readonly #api: http.Server;

  private constructor(client: KnownClient) {
    this.client = client;
    this.#server = http.createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) =>
      socket.on('close', () => {
        this.closedSockets += 1;
        this.#waiting.check();
      }),
    );
    this.#api = http.createServer((request, response) => this.#serveApi(request, response));
  }

  static async start(
    client: KnownClient = { id: 'shop', secret: 'c11ent-s3cret' },
  ): Promise<AuthorizationServer> {
    const server = new AuthorizationServer(client);
    for (const each of [server.#server, server.#api]) {
      each.listen(0, '127.0.0.1');
      await once(each, 'listening');
    }
    return server;
  }

  get origin(): string {
    return originOf(this.#server);
  }

  get apiOrigin(): string {
    return originOf(this.#api);
  }

  get tokenUrl(): string {
    return `${this.origin}/token`;
  }

  get authorizeUrl(): string {
    return `${this.origin}/authorize`;
  }

  /** Resolves once something that was counted makes it true. */
  async until(isTrue: () => boolean): Promise<void> {
    await this.#waiting.until(isTrue);
  }

  /** Every token is forgotten; refresh tokens stay. */
  revoke(): void {
    this.tokens.clear();
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.origin);
    if (url.pathname === '/authorize') {
      this.#authorize(url, response);
      return;
    }
    if (url.pathname !== '/token') {
      response.writeHead(404).end();
      return;
    }
    const body = await textOf(request);
    const parameters = Object.fromEntries(new URLSearchParams(body));
    const { authorization, 'content-type': contentType } = request.headers;
    this.tokenRequests.push({ parameters, authorization, contentType });
    this.#waiting.check();
    await this.hold;
    const other = this.otherAnswers.shift();
    if (other !== undefined) {
      response
        .writeHead(other.status, { 'Content-Type': 'application/json', ...other.headers })
        .end(other.body);
      return;
    }
    const answer = request.method === 'POST' ? this.#token(parameters, authorization) : 'invalid_request';
    const [status, object] =
      typeof answer === 'string'
        ? [answer === 'invalid_client' ? 401 : 400, { error: answer }]
        : [200, answer];
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end(JSON.stringify(object));
  }

  #token(parameters: Readonly<Record<string, string>>, authorization: string | undefined): string | object {
    if (!this.#isClient(parameters, authorization)) return 'invalid_client';
    switch (parameters['grant_type']) {
      case 'client_credentials':
        return this.#given(parameters['scope'], false);
      case 'authorization_code':
        return this.#exchanged(parameters);
      case 'refresh_token': {
        const isKnown = this.refreshTokens.delete(parameters['refresh_token'] ?? '');
        return isKnown ? this.#given(parameters['scope'], true) : 'invalid_grant';
      }
      default:
        return 'unsupported_grant_type';
    }
  }

  /** In the header or in the body, and not in both (RFC 6749 §2.3). */
  #isClient(parameters: Readonly<Record<string, string>>, authorization: string | undefined): boolean {
    const { id, secret } = this.client;
    const { client_id, client_secret } = parameters;
    if (authorization === undefined) return client_id === id && (client_secret ?? '') === secret;
    const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString('utf8')
      .split(':');
    const decoded = pair.map((part) => new URLSearchParams(`x=${part}`).get('x'));
    return client_secret === undefined && decoded.length === 2 && decoded[0] === id && decoded[1] === secret;
  }

  #exchanged({
    code = '',
    code_verifier = '',
    redirect_uri,
  }: Readonly<Record<string, string>>): string | object {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    const isLong = /^[A-Za-z0-9._~-]{43,128}$/.test(code_verifier);
    if (known?.challenge !== challenge || known.redirectUri !== redirect_uri || !isLong)
      return 'invalid_grant';
    return this.#given(known.scope, true);
  }

  #given(scope: string | undefined, isPerson: boolean): object {
    const access_token = `at-${randomBytes(24).toString('hex')}`;
    this.tokens.add(access_token);
    const refresh_token = `rt-${randomBytes(24).toString('hex')}`;
    const refreshes = isPerson && this.givesRefreshTokens;
    if (refreshes) this.refreshTokens.add(refresh_token);
    return {
      access_token,
      token_type: 'Bearer',
      ...(this.lifetimeSeconds === null ? {} : { expires_in: this.lifetimeSeconds }),
      ...(scope === undefined ? {} : { scope }),
      ...(refreshes ? { refresh_token } : {}),
    };
  }

  /** The person agrees at once, or refuses. What the client got wrong is told here, and leads nowhere. */
  #authorize({ searchParams }: URL, response: http.ServerResponse): void {
    const given = (name: string) => searchParams.get(name) ?? '';
    const redirectUri = given('redirect_uri');
    const isRight =
      given('response_type') === 'code' &&
      given('client_id') === this.client.id &&
      given('code_challenge_method') === 'S256' &&
      /^[A-Za-z0-9_-]{43}$/.test(given('code_challenge')) &&
      given('state').length >= 22 &&
      /^http:\/\/127\.0\.0\.1:\d+\//.test(redirectUri);
    if (!isRight) {
      response.writeHead(400).end('This request for a sign-in is not right.');
      return;
    }
    const back = new URL(redirectUri);
    back.searchParams.set('state', given('state'));
    if (this.denies === null) {
      const code = randomBytes(16).toString('hex');
      this.#codes.set(code, { challenge: given('code_challenge'), redirectUri, scope: given('scope') });
      back.searchParams.set('code', code);
    } else {
      back.searchParams.set('error', this.denies);
    }
    response.writeHead(302, { Location: back.href }).end();
  }

  #serveApi(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { authorization } = request.headers;
    this.apiRequests.push({ path: request.url ?? '', authorization });
    request.resume();
    const isKnown = this.tokens.has(authorization?.replace(/^Bearer /, '') ?? '');
    const headers = isKnown ? {} : { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
    // It tells everything that it was told, as careless APIs do.
    response
      .writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify({ isKnown, authorization }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of [this.#server, this.#api]) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }
}

function originOf(server: http.Server): string {
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
