// Challenges are read as servers write them, and the first that can be answered is taken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestChallenge } from '#shared/request/digest/digest-challenge.ts';
import { readChallenges } from '#shared/request/digest/read-challenges.ts';

const schemesOf = (...lines: string[]) => readChallenges(lines).map(({ scheme }) => scheme);

describe('the challenges of a response', () => {
  it('stand on lines of their own or on one', () => {
    expect(schemesOf('Basic realm="a"', 'Digest realm="b", nonce="n"')).toEqual(['basic', 'digest']);
    expect(
      schemesOf('Negotiate, Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="x"'),
    ).toEqual(['negotiate', 'newauth', 'basic']);
    expect(schemesOf('Negotiate YII/abc==, Digest realm="b", nonce="n"')).toEqual(['negotiate', 'digest']);
  });

  it('keep what stands in quotes', () => {
    const [challenge] = readChallenges(['Digest realm="a, b=\\"c\\" \\\\", NONCE = n, nonce="second"']);
    expect([...(challenge?.parameters ?? [])]).toEqual([
      ['realm', 'a, b="c" \\'],
      ['nonce', 'n'],
    ]);
  });

  it('end where nothing can be read', () => {
    expect(schemesOf('Basic realm="a", @@, Digest realm="b"')).toEqual(['basic']);
    expect(schemesOf('', ' , ')).toEqual([]);
  });

  it('are read from any text without an exception', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('Digest ', 'realm=', '"', '\\', ', ', '=', 'nonce="n"'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(Array.isArray(readChallenges([pieces.join('')]))).toBe(true);
      }),
    );
  });
});

describe('the challenge that is answered', () => {
  it('is the first with a hash that is known', () => {
    const challenge = digestChallenge([
      'Digest realm="r", nonce="1", algorithm=SHA-1024, qop="auth"',
      'Digest realm="r", nonce="2", algorithm=sha-256-SESS, qop="auth-int , AUTH", stale=TRUE, charset="utf-8"',
      'Digest realm="r", nonce="3", algorithm=MD5, qop="auth"',
    ]);
    expect(challenge).toEqual({
      realm: 'r',
      nonce: '2',
      opaque: null,
      hash: 'SHA-256',
      isSession: true,
      algorithm: 'sha-256-SESS',
      qop: 'auth',
      isUtf8: true,
      hashesUser: false,
      isStale: true,
    });
  });

  it('may ask for the body', () => {
    expect(digestChallenge(['Digest realm="r", nonce="n", qop="auth-int"'])?.qop).toBe('auth-int');
  });

  it.each([
    ['another scheme', 'Basic realm="r"'],
    ['no nonce', 'Digest realm="r"'],
    ['no realm', 'Digest nonce="n"'],
    ['a protection that nobody knows', 'Digest realm="r", nonce="n", qop="auth-conf"'],
  ])('is none with %s', (_what, line) => {
    expect(digestChallenge([line])).toBe(null);
  });
});
