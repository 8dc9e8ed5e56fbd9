// Digest answers are those of the examples in RFC 2617 and RFC 7616, and change with everything that they prove.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digestAnswer,
  type DigestRequest,
  type DigestSession,
} from '#shared/request/digest/digest-answer.ts';
import { type DigestChallenge, digestChallenge } from '#shared/request/digest/digest-challenge.ts';
import { readParameters } from '#shared/request/digest/read-challenges.ts';

const challengeOf = (...lines: string[]): DigestChallenge => {
  const challenge = digestChallenge(lines);
  if (challenge === null) throw new Error('No challenge.');
  return challenge;
};

const session = (challenge: DigestChallenge, clientNonce: string): DigestSession => ({
  challenge,
  firstNonce: challenge.nonce,
  clientNonce,
});

const first = { method: 'GET', target: '/dir/index.html', count: 1, bodyHash: '' };
const parametersOf = (value: string) => readParameters([value.replace(/^Digest /, '')]);
const mufasa = { userName: 'Mufasa', password: 'Circle of Life' };
const example = (algorithm: string) =>
  challengeOf(
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
      'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  );
const exampleNonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';

describe('a Digest answer', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is that of RFC 7616 with %s', (algorithm, response) => {
    const answer = digestAnswer(session(example(algorithm), exampleNonce), first, mufasa);
    expect(answer).toBe(
      'Digest username="Mufasa", realm="http-auth@example.org", ' +
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", uri="/dir/index.html", ' +
        `algorithm=${algorithm}, response="${response}", ` +
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", qop=auth, nc=00000001, ' +
        `cnonce="${exampleNonce}"`,
    );
  });

  it('is that of RFC 2617, and of a server that is older still', () => {
    const challenge = challengeOf(
      'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"',
    );
    const user = { userName: 'Mufasa', password: 'Circle Of Life' };
    expect(parametersOf(digestAnswer(session(challenge, '0a4f113b'), first, user)).get('response')).toBe(
      '6629fae49393a05397450978507c4ef1',
    );
    const old = digestAnswer(session({ ...challenge, qop: null }, '0a4f113b'), first, user);
    expect(parametersOf(old).get('response')).toBe('670fd8c2df070c60b045671b8b24ff02');
    expect([...parametersOf(old).keys()]).toEqual(['username', 'realm', 'nonce', 'uri', 'response']);
  });

  it('hashes a user name where the server asks for it (RFC 7616 with erratum 4897)', () => {
    const challenge = challengeOf(
      'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, charset=UTF-8, userhash=true, ' +
        'nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS"',
    );
    const parameters = parametersOf(
      digestAnswer(
        session(challenge, 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v'),
        { ...first, target: '/doe.json' },
        { userName: 'Jäsøn Doe', password: 'Secret, or not?' },
      ),
    );
    expect(parameters.get('userhash')).toBe('true');
    expect(parameters.get('username')).toBe(
      '793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b',
    );
    expect(parameters.get('response')).toBe(
      '3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5',
    );
  });

  it('writes a name beyond ASCII as the server reads it', () => {
    const user = { userName: 'Jäsøn', password: 'x' };
    const plain = challengeOf('Digest realm="r", nonce="n", qop="auth"');
    const answer = (challenge: DigestChallenge) => digestAnswer(session(challenge, 'c'), first, user);
    expect(answer({ ...plain, isUtf8: true })).toContain("username*=UTF-8''J%C3%A4s%C3%B8n, ");
    expect(answer(plain)).toContain('username="J\u00c3\u00a4s\u00c3\u00b8n", ');
  });

  it('binds a session to its first nonce', () => {
    const challenge = example('SHA-256-sess');
    const begun = session(challenge, exampleNonce);
    const next = { ...begun, challenge: { ...challenge, nonce: 'next' } };
    const forgotten = { ...next, firstNonce: 'next' };
    expect(digestAnswer(next, first, mufasa)).not.toBe(digestAnswer(forgotten, first, mufasa));
    expect(digestAnswer(begun, first, mufasa)).toContain('algorithm=SHA-256-sess');
  });

  it('reads back as it was meant, whatever stands in its texts', () => {
    const latin1 = fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((unit) => String.fromCharCode(unit)),
    });
    const ascii = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(
      fc.property(latin1, latin1, ascii, ascii, (realm, nonce, userName, password) => {
        const challenge = { ...example('SHA-256'), realm, nonce };
        const parameters = parametersOf(digestAnswer(session(challenge, 'c'), first, { userName, password }));
        expect(parameters.get('realm')).toBe(realm);
        expect(parameters.get('nonce')).toBe(nonce);
        expect(parameters.get('username')).toBe(userName);
      }),
    );
  });

  it('changes with everything that it proves', () => {
    const changes: readonly Partial<DigestRequest>[] = [
      { method: 'POST' },
      { target: '/dir/other.html' },
      { count: 2 },
    ];
    const responseOf = (change: Partial<DigestRequest>, user = mufasa, qop: 'auth' | 'auth-int' = 'auth') =>
      parametersOf(
        digestAnswer(session({ ...example('SHA-256'), qop }, exampleNonce), { ...first, ...change }, user),
      ).get('response');
    const responses = [
      ...changes.map((change) => responseOf(change)),
      responseOf({}, { ...mufasa, userName: 'Nala' }),
      responseOf({}, { ...mufasa, password: 'Hakuna' }),
      responseOf({ bodyHash: 'one' }, mufasa, 'auth-int'),
      responseOf({ bodyHash: 'two' }, mufasa, 'auth-int'),
      responseOf({}),
    ];
    expect(new Set(responses).size).toBe(responses.length);
  });
});
