// What is asked of an authorization server, and how its answers are read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorizeUrl } from '#shared/request/oauth/authorize-url.ts';
import { tokenAnswer } from '#shared/request/oauth/token-answer.ts';
import { isDue, isOver } from '#shared/request/oauth/token-expiry.ts';
import { tokenForm } from '#shared/request/oauth/token-form.ts';
import type { PreparedToken } from '#shared/request/prepared-authorization.ts';

const token: PreparedToken = {
  type: 'oauth2',
  grant: 'authorization-code',
  tokenUrl: 'https://auth.example/token',
  clientId: 'shop',
  clientSecret: 'secret',
  scope: 'a b',
  clientAuthentication: 'basic',
};
const code = { type: 'code', code: 'c', redirectUri: 'http://127.0.0.1:1/callback', verifier: 'v' } as const;

describe('a token request', () => {
  it('reads back as it was meant, whatever the client is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (id, secret) => {
          const client = { ...token, clientId: id, clientSecret: secret };
          const { authorization, body } = tokenForm(client, { type: 'client-credentials' });
          const pair = Buffer.from((authorization ?? '').replace('Basic ', ''), 'base64').toString('utf8');
          const read = pair.split(':').map((part) => new URLSearchParams(`x=${part}`).get('x'));
          expect(read).toEqual([id, secret]);
          expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
            grant_type: 'client_credentials',
            scope: 'a b',
          });
        },
      ),
    );
  });

  it('of a client without a secret names the client in the body', () => {
    const { authorization, body } = tokenForm({ ...token, clientSecret: '' }, code);
    expect(authorization).toBe(null);
    expect(body).toBe(
      'grant_type=authorization_code&code=c&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback&code_verifier=v&client_id=shop',
    );
  });

  it('refreshes without a scope, so that what was agreed to stays', () => {
    const { body } = tokenForm(token, { type: 'refresh', refreshToken: 'r+t' });
    expect(body).toBe('grant_type=refresh_token&refresh_token=r%2Bt');
  });
});

describe('the address of a sign-in', () => {
  const request = {
    clientId: 'shop',
    redirectUri: 'http://127.0.0.1:1/callback',
    scope: '',
    state: 's',
    challenge: 'c',
  };
  const asked =
    'response_type=code&client_id=shop&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback&state=s&code_challenge=c&code_challenge_method=S256';

  it.each([
    ['https://auth.example/authorize', `https://auth.example/authorize?${asked}`],
    ['https://auth.example/authorize?', `https://auth.example/authorize?${asked}`],
    ['https://auth.example/a?prompt=login#part', `https://auth.example/a?prompt=login&${asked}`],
  ])('%s keeps its own query', (address, url) => {
    expect(authorizeUrl(address, request)).toBe(url);
  });
});

describe('the answer of a token server', () => {
  it('is a token with all that it brings', () => {
    const body = JSON.stringify({
      access_token: 'at',
      token_type: 'BEARER',
      expires_in: '60',
      refresh_token: 'rt',
      id_token: 'it',
    });
    expect(tokenAnswer(200, 'OK', body)).toEqual({
      type: 'token',
      token: { accessToken: 'at', refreshToken: 'rt', lifetimeMs: 60_000, furtherSecrets: ['it'] },
    });
    expect(tokenAnswer(200, 'OK', '{"access_token":"at","expires_in":"soon"}')).toMatchObject({
      token: { refreshToken: null, lifetimeMs: null },
    });
  });

  it('is something for every text and every code', () => {
    const types = ['token', 'refused', 'invalid', 'unavailable'];
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(types).toContain(tokenAnswer(status, '', body).type);
      }),
    );
  });

  it('does not tell more of a refusal than fits into a sentence', () => {
    const answer = tokenAnswer(
      400,
      'Bad Request',
      JSON.stringify({ error: 'e', error_description: 'x'.repeat(999) }),
    );
    expect(answer.type === 'refused' ? answer.error.length : 0).toBe(201);
    expect(tokenAnswer(403, 'Forbidden', '')).toEqual({ type: 'refused', code: '', error: '403 Forbidden' });
  });
});

describe('a token', () => {
  it('is due half a minute before its end, or a tenth of its life where that is shorter, and over at its end', () => {
    const times = (lifetimeMs: number) => ({ obtainedAtMs: 1000, expiresAtMs: 1000 + lifetimeMs });
    expect([isDue(times(3_600_000), 3_570_999), isDue(times(3_600_000), 3_571_000)]).toEqual([false, true]);
    expect([isDue(times(100), 1089), isDue(times(100), 1090)]).toEqual([false, true]);
    expect([isOver(times(100), 1099), isOver(times(100), 1100)]).toEqual([false, true]);
    const endless = { obtainedAtMs: 0, expiresAtMs: null };
    expect([isDue(endless, Infinity), isOver(endless, Infinity)]).toEqual([false, false]);
  });
});
