import { shortWords } from './short-words.ts';

/** What a server gives for a grant. */
export interface TokenSet {
  readonly accessToken: string;
  /** `null` where the server gave none. */
  readonly refreshToken: string | null;
  /** `null` where the server does not say how long the token is good. */
  readonly lifetimeMs: number | null;
  /** Whatever else of the answer must not be shown. */
  readonly furtherSecrets: readonly string[];
}

/** What the answer of a token server comes to. */
export type TokenAnswer =
  | { readonly type: 'token'; readonly token: TokenSet }
  /** @param error the code of the server, with its own words where it has some */
  | { readonly type: 'refused'; readonly code: string; readonly error: string }
  | { readonly type: 'invalid' }
  /** The server could not answer; another time it may. */
  | { readonly type: 'unavailable' };

/** Reads the answer of a token server (RFC 6749 §5). Some say with 200 that they refuse. */
export function tokenAnswer(statusCode: number, reason: string, body: string): TokenAnswer {
  const object = jsonObject(body);
  const code = text(object, 'error');
  const isSuccess = statusCode >= 200 && statusCode <= 299;
  if (code !== null && (isSuccess || isRefusal(statusCode)))
    return { type: 'refused', code, error: inWords(code, text(object, 'error_description')) };
  if (isRefusal(statusCode))
    return { type: 'refused', code: '', error: shortWords(`${String(statusCode)} ${reason}`.trim()) };
  if (!isSuccess) return { type: 'unavailable' };
  const token = tokenSet(object);
  return token === null ? { type: 'invalid' } : { type: 'token', token };
}

function isRefusal(statusCode: number): boolean {
  return statusCode >= 400 && statusCode <= 499;
}

/** Only bearer tokens can be used, and only such as fit into a header. */
function tokenSet(object: Readonly<Record<string, unknown>>): TokenSet | null {
  const accessToken = text(object, 'access_token');
  const type = text(object, 'token_type') ?? 'bearer';
  if (accessToken === null || !/^[\x21-\x7e]+$/.test(accessToken) || type.toLowerCase() !== 'bearer')
    return null;
  const idToken = text(object, 'id_token');
  return {
    accessToken,
    refreshToken: text(object, 'refresh_token'),
    lifetimeMs: lifetimeMs(object['expires_in']),
    furtherSecrets: idToken === null ? [] : [idToken],
  };
}

/** In seconds, as a number; some servers write it as text. */
function lifetimeMs(seconds: unknown): number | null {
  const number = typeof seconds === 'string' && seconds.trim() !== '' ? Number(seconds) : seconds;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number * 1000 : null;
}

function jsonObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(body) as unknown;
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(object: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function inWords(code: string, description: string | null): string {
  return shortWords(description === null ? code : `${code}: ${description}`);
}
