import { type AuthenticationChallenge, readChallenges } from './read-challenges.ts';

/** The hashes that Digest authentication is answered with. */
export const digestHashes = ['MD5', 'SHA-256', 'SHA-512-256'] as const;

export type DigestHash = (typeof digestHashes)[number];

/** What a server asks for with Digest (RFC 7616 §3.3). Texts hold one character per byte. */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  /** Given back as it came. */
  readonly opaque: string | null;
  readonly hash: DigestHash;
  /** Whether the hash of the credentials is bound to the first nonce of a session (`-sess`). */
  readonly isSession: boolean;
  /** The algorithm as the server wrote it; `null` where it wrote none, which is MD5. */
  readonly algorithm: string | null;
  /** `null` where the server is older than RFC 2617. */
  readonly qop: 'auth' | 'auth-int' | null;
  /** Whether user names are read as UTF-8. */
  readonly isUtf8: boolean;
  /** Whether the user name is to be hashed. */
  readonly hashesUser: boolean;
  /** Whether only the nonce was too old, and not the password wrong. */
  readonly isStale: boolean;
}

/**
 * The first challenge that can be answered, which is the one that the server likes best of those (RFC 7616 §3.7); `null`
 * where there is none.
 *
 * @param lines every `WWW-Authenticate` of the response
 */
export function digestChallenge(lines: readonly string[]): DigestChallenge | null {
  for (const challenge of readChallenges(lines)) {
    const digest = challenge.scheme === 'digest' ? answerable(challenge) : null;
    if (digest !== null) return digest;
  }
  return null;
}

function answerable({ parameters }: AuthenticationChallenge): DigestChallenge | null {
  const realm = parameters.get('realm');
  const nonce = parameters.get('nonce');
  const algorithm = parameters.get('algorithm') ?? null;
  const { hash, isSession } = hashOf(algorithm);
  const qop = qopOf(parameters.get('qop'));
  if (realm === undefined || nonce === undefined || hash === null || qop === 'unknown') return null;
  return {
    realm,
    nonce,
    opaque: parameters.get('opaque') ?? null,
    hash,
    isSession,
    algorithm,
    qop,
    isUtf8: isWord(parameters.get('charset'), 'utf-8'),
    hashesUser: isWord(parameters.get('userhash'), 'true'),
    isStale: isWord(parameters.get('stale'), 'true'),
  };
}

function hashOf(algorithm: string | null) {
  const [, name = '', session = ''] = /^(.*?)(-sess)?$/is.exec(algorithm ?? 'MD5') ?? [];
  const hash = digestHashes.find((each) => each === name.toUpperCase()) ?? null;
  return { hash, isSession: session !== '' };
}

/** Of both, `auth` is taken: the body need not be hashed before it is sent. */
function qopOf(text: string | undefined): DigestChallenge['qop'] | 'unknown' {
  if (text === undefined || text.trim() === '') return null;
  const options = text.split(',').map((option) => option.trim().toLowerCase());
  if (options.includes('auth')) return 'auth';
  return options.includes('auth-int') ? 'auth-int' : 'unknown';
}

function isWord(text: string | undefined, word: string): boolean {
  return text?.trim().toLowerCase() === word;
}
