import { percentEncode } from '../../template/encoders/percent-encode.ts';
import type { DigestChallenge } from './digest-challenge.ts';
import { hashedText, utf8Text } from './digest-hash.ts';

/** A challenge that is being answered: everything of it that lasts longer than one request. */
export interface DigestSession {
  readonly challenge: DigestChallenge;
  /** The nonce of the session's beginning, which `-sess` binds the credentials to; another one may have followed. */
  readonly firstNonce: string;
  /** Letters and digits of our own, new for each session. */
  readonly clientNonce: string;
}

/** The request that is shown to come from the user. */
export interface DigestRequest {
  readonly method: string;
  /** Path and query as the request line has them. */
  readonly target: string;
  /** How many requests the nonce was used for, this one included. */
  readonly count: number;
  /** The hash of the body, where the challenge asks for it (`auth-int`). */
  readonly bodyHash: string;
}

/** Who calls. */
export interface DigestUser {
  readonly userName: string;
  readonly password: string;
}

/** The value of `Authorization` that answers a challenge (RFC 7616 §3.4). It holds one character per byte. */
export function digestAnswer(session: DigestSession, request: DigestRequest, user: DigestUser): string {
  const { challenge, clientNonce } = session;
  const { algorithm, nonce, opaque, qop, realm } = challenge;
  const count = request.count.toString(16).padStart(8, '0');
  const parameters = [
    ...userParameters(challenge, user.userName),
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(request.target)}`,
    ...(algorithm === null ? [] : [`algorithm=${algorithm}`]),
    `response="${responseOf(session, request, user, count)}"`,
    ...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
    ...(qop === null ? [] : [`qop=${qop}`, `nc=${count}`]),
    ...(qop === null && !challenge.isSession ? [] : [`cnonce=${quoted(clientNonce)}`]),
  ];
  return `Digest ${parameters.join(', ')}`;
}

function responseOf(
  { challenge, clientNonce, firstNonce }: DigestSession,
  { bodyHash, method, target }: DigestRequest,
  { password, userName }: DigestUser,
  count: string,
): string {
  const { hash, isSession, nonce, qop, realm } = challenge;
  const credentials = hashedText(hash, `${utf8Text(userName)}:${realm}:${utf8Text(password)}`);
  const first = isSession ? hashedText(hash, `${credentials}:${firstNonce}:${clientNonce}`) : credentials;
  const second = hashedText(hash, `${method}:${target}${qop === 'auth-int' ? `:${bodyHash}` : ''}`);
  const middle = qop === null ? nonce : `${nonce}:${count}:${clientNonce}:${qop}`;
  return hashedText(hash, `${first}:${middle}:${second}`);
}

/**
 * A name beyond ASCII is percent-encoded where the server reads UTF-8 (RFC 7616 §3.4.4), and otherwise sent as its bytes,
 * which is what servers take that are older than that.
 */
function userParameters({ hash, hashesUser, isUtf8, realm }: DigestChallenge, userName: string): string[] {
  const name = utf8Text(userName);
  if (hashesUser) return [`username="${hashedText(hash, `${name}:${realm}`)}"`, 'userhash=true'];
  const isPlain = /^[\x20-\x7e]*$/.test(userName);
  return isPlain || !isUtf8 ? [`username=${quoted(name)}`] : [`username*=UTF-8''${percentEncode(userName)}`];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
