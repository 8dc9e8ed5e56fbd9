import type { CallPolicy } from '#shared/request/call-policy.ts';
import { type TokenAnswer, tokenAnswer } from '#shared/request/oauth/token-answer.ts';
import { type TokenGrant, tokenForm } from '#shared/request/oauth/token-form.ts';
import type { PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';
import { createAgents } from '../executor/agents.ts';
import type { CallResult } from '../executor/call-result.ts';
import { createExecutor } from '../executor/execute-call.ts';
import type { ExecutorPorts } from '../executor/executor-ports.ts';
import type { TokenWish } from '../executor/token-source.ts';

/** What token requests need from those around them. */
export interface TokenFetchPorts extends Pick<ExecutorPorts, 'systemProxy' | 'onDefect'> {
  /** Product and version. */
  readonly userAgent?: string;
}

/** What came of a token request; `unreachable` says in words why there is no answer that can be used. */
export type FetchedToken =
  Exclude<TokenAnswer, { type: 'unavailable' }> | { readonly type: 'unreachable'; readonly cause: string };

/**
 * Asks a server for an access token, over the same executor and with the same clocks and proxy as calls. Redirects are
 * followed within the origin alone: the request carries what only this server may know. It is never repeated here; the
 * call that needs the token may be.
 */
export async function fetchToken(
  ports: TokenFetchPorts,
  wish: TokenWish,
  grant: TokenGrant,
  signal: AbortSignal,
): Promise<FetchedToken> {
  const agents = createAgents();
  try {
    const executor = createExecutor({
      agents,
      ...(ports.systemProxy === undefined ? {} : { systemProxy: ports.systemProxy }),
      ...(ports.onDefect === undefined ? {} : { onDefect: ports.onDefect }),
      resolveFile: () => Promise.reject(new Error('A token request sends no file.')),
      bodyFolder: () => Promise.reject(new Error('The answer to a token request fits into memory.')),
    });
    const request = tokenRequest(wish, grant, ports.userAgent ?? 'Flowbench');
    const result = await executor.execute(request, tokenPolicy(wish), { signal, onEvent: () => undefined });
    return await fetched(result);
  } finally {
    agents.close();
  }
}

function tokenRequest({ token, way }: TokenWish, grant: TokenGrant, userAgent: string): PreparedRequest {
  const { authorization, body } = tokenForm(token, grant);
  const credential = { name: 'Authorization', from: 'credential', holdsSecret: true } as const;
  return {
    method: 'POST',
    url: token.tokenUrl,
    headers: [
      ...(authorization === null ? [] : [{ ...credential, value: authorization }]),
      generated('Accept', 'application/json'),
      generated('Accept-Encoding', 'gzip, deflate, br'),
      generated('User-Agent', userAgent),
      generated('Content-Type', 'application/x-www-form-urlencoded'),
    ],
    body: { type: 'bytes', bytes: new TextEncoder().encode(body), holdsSecret: true },
    ...way,
  };
}

function generated(name: string, value: string): PreparedHeader {
  return { name, value, from: 'generated', holdsSecret: false };
}

/** As much as fits into memory, and far more than any token takes. */
const longestAnswerBytes = 512 * 1024;

function tokenPolicy({ timeouts }: TokenWish): CallPolicy {
  return {
    // The total clock is the call's, which stops this request with it.
    timeouts: { ...timeouts, totalMs: null },
    retry: {
      retries: 0,
      firstDelayMs: 0,
      factor: 1,
      longestDelayMs: 0,
      jitter: 'none',
      onFailure: false,
      codes: [],
      repeatUnsafe: false,
      honourRetryAfter: false,
    },
    redirects: { policy: 'same-origin', limit: 5, allowPlainHttp: false },
    successCodes: [],
    limits: { bodyBytes: longestAnswerBytes },
    parseAsJson: false,
    includeRaw: false,
  };
}

async function fetched({ body, head, variable }: CallResult): Promise<FetchedToken> {
  if (head === null) return { type: 'unreachable', cause: asPart(variable.error ?? 'no answer') };
  const { reason, statusCode } = head;
  const bytes = await body.read(0, body.sizeBytes);
  const answer = tokenAnswer(statusCode, reason, new TextDecoder().decode(bytes));
  if (answer.type !== 'unavailable') return answer;
  return { type: 'unreachable', cause: `it said ${`${String(statusCode)} ${reason}`.trim()}` };
}

/** A sentence as a part of another one. */
function asPart(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^The /, 'the ');
}
