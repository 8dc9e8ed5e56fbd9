// Digest authentication is answered within one attempt, with httpbin, which nobody here wrote, and with bytes of our own.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DigestSessions } from '#electron/executor/digest-sessions.ts';
import { readParameters } from '#shared/request/digest/read-challenges.ts';
import { ExecutorFixture } from '../../support/executor-fixture.ts';
import { answer, HttpRecorder, type RecordedRequest } from '../../support/servers/http-recorder.ts';
import { Httpbin } from '../../support/servers/httpbin.ts';

const user = { type: 'digest', userName: 'mufasa', password: 'circle-of-life' } as const;

const authorizationOf = ({ headers }: RecordedRequest) =>
  headers.find(([name]) => name === 'Authorization')?.[1];
const parametersOf = (request: RecordedRequest) =>
  readParameters([(authorizationOf(request) ?? '').replace('Digest ', '')]);
const challenge = (parameters: string) =>
  answer(401, { 'WWW-Authenticate': `Digest realm="shop", ${parameters}` }, 'who are you?');

describe('Digest authentication with httpbin', () => {
  let httpbin: Httpbin;
  let fixture: ExecutorFixture;

  beforeAll(async () => {
    httpbin = await Httpbin.start();
    fixture = await ExecutorFixture.create();
  });

  afterAll(async () => {
    await fixture[Symbol.asyncDispose]();
    await httpbin[Symbol.asyncDispose]();
  });

  it.each([
    ['auth', 'MD5'],
    ['auth', 'SHA-256'],
    ['auth-int', 'MD5'],
    ['auth-int', 'SHA-256'],
    ['either', 'MD5'],
  ])('is answered with qop %s and %s', async (qop, algorithm) => {
    const call = fixture.start({
      url: `${httpbin.origin}/digest-auth/${qop}/mufasa/circle-of-life/${algorithm}`,
      authorization: user,
    });
    const { attempts, variable } = await call.result;
    expect(variable).toMatchObject({ status: 'success', body: { authenticated: true, user: 'mufasa' } });
    expect(attempts.map(({ exchanges }) => exchanges.map(({ head }) => head?.statusCode))).toEqual([
      [401, 200],
    ]);
    expect(call.all('exchange-started').map(({ exchange }) => exchange)).toEqual([1, 2]);
    expect(fixture.defects).toEqual([]);
  });

  it('with a wrong password is the 401 that the server answers with', async () => {
    const { attempts, variable } = await fixture.execute({
      url: `${httpbin.origin}/digest-auth/auth/mufasa/secret/MD5`,
      authorization: user,
    });
    expect(variable).toMatchObject({ status: 'error', status_code: 401, error_detail: { attempts: 1 } });
    expect(attempts[0]?.exchanges).toHaveLength(2);
  });
});

describe('Digest authentication, byte for byte', () => {
  it('sends a body that is read from a file again, and hashes it where it is asked to', async () => {
    await using fixture = await ExecutorFixture.create();
    await using server = await HttpRecorder.start((request) =>
      authorizationOf(request) === undefined ? challenge('nonce="n", qop="auth-int"') : answer(200),
    );
    const content = 'x'.repeat(200_000);
    await writeFile(path.join(fixture.folder, 'order.txt'), content);
    const body = { type: 'file', file: 'order.txt', holdsSecret: false } as const;
    const { variable } = await fixture.execute({
      url: `${server.origin}/orders?a=b%20c`,
      method: 'POST',
      body,
      authorization: user,
    });
    expect(variable.status).toBe('success');
    expect(server.requests.map((request) => request.body === content)).toEqual([true, true]);
    const parameters = parametersOf(server.requests[1]!);
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const second = md5(`POST:/orders?a=b%20c:${md5(content)}`);
    const first = md5('mufasa:shop:circle-of-life');
    expect(parameters.get('uri')).toBe('/orders?a=b%20c');
    expect(parameters.get('response')).toBe(
      md5(`${first}:n:00000001:${parameters.get('cnonce') ?? ''}:auth-int:${second}`),
    );
  });

  it('answers before it is asked once the run knows a challenge, and counts', async () => {
    await using fixture = await ExecutorFixture.create({}, { digests: new DigestSessions() });
    await using server = await HttpRecorder.start((request) =>
      authorizationOf(request) === undefined ? challenge('nonce="n", qop="auth"') : answer(200),
    );
    const request = { url: server.origin, authorization: user };
    await fixture.execute(request);
    await fixture.execute(request);
    expect(server.requests.map((each) => parametersOf(each).get('nc'))).toEqual([
      undefined,
      '00000001',
      '00000002',
    ]);
    expect(new Set(server.requests.map(({ connection }) => connection)).size).toBe(1);
  });

  it('takes the next nonce that the server gives, and a new one where its own is stale', async () => {
    await using fixture = await ExecutorFixture.create({}, { digests: new DigestSessions() });
    await using server = await HttpRecorder.start((request) => {
      const nonce = parametersOf(request).get('nonce');
      if (nonce === undefined) return challenge('nonce="one", qop="auth"');
      if (nonce === 'one') return answer(200, { 'Authentication-Info': 'nextnonce="two"' });
      return nonce === 'two' ? challenge('nonce="three", qop="auth", stale=true') : answer(200);
    });
    const request = { url: server.origin, authorization: user };
    expect((await fixture.execute(request)).variable.status).toBe('success');
    const { attempts, variable } = await fixture.execute(request);
    expect(variable.status).toBe('success');
    expect(attempts).toHaveLength(1);
    expect(
      server.requests.map((each) => [parametersOf(each).get('nonce'), parametersOf(each).get('nc')]),
    ).toEqual([
      [undefined, undefined],
      ['one', '00000001'],
      ['two', '00000001'],
      ['three', '00000001'],
    ]);
  });

  it('is answered on the way of a redirect, with the address that is asked for', async () => {
    await using fixture = await ExecutorFixture.create();
    await using server = await HttpRecorder.start((request) => {
      if (authorizationOf(request) === undefined) return challenge('nonce="n", qop="auth"');
      return request.target === '/old' ? answer(302, { Location: '/new' }) : answer(200);
    });
    await fixture.execute({ url: `${server.origin}/old`, authorization: user });
    expect(server.requests.map((each) => [each.target, parametersOf(each).get('uri')])).toEqual([
      ['/old', undefined],
      ['/old', '/old'],
      ['/new', '/new'],
    ]);
  });

  it('is never answered to another origin, also not on the way back', async () => {
    await using fixture = await ExecutorFixture.create();
    await using own = await HttpRecorder.start((request) =>
      request.target === '/'
        ? answer(302, { Location: `${other.origin}/` })
        : challenge('nonce="n", qop="auth"'),
    );
    await using other = await HttpRecorder.start((request) =>
      request.target === '/asks'
        ? challenge('nonce="n", qop="auth"')
        : answer(302, { Location: `${own.origin}/b` }),
    );
    const back = await fixture.execute({ url: `${own.origin}/`, authorization: user });
    expect(back.variable.status_code).toBe(401);
    await using elsewhere = await HttpRecorder.start(() => answer(302, { Location: `${other.origin}/asks` }));
    const foreign = await fixture.execute({ url: elsewhere.origin, authorization: user });
    expect(foreign.variable.status_code).toBe(401);
    const seen = [...own.requests, ...other.requests, ...elsewhere.requests];
    expect(seen.map(authorizationOf).filter((value) => value !== undefined)).toEqual([]);
  });

  it('lets a challenge stand that cannot be answered', async () => {
    await using fixture = await ExecutorFixture.create();
    await using server = await HttpRecorder.start(() =>
      answer(401, { 'WWW-Authenticate': 'Basic realm="shop"' }, 'no'),
    );
    const { variable } = await fixture.execute({ url: server.origin, authorization: user });
    expect(variable).toMatchObject({ status: 'error', status_code: 401, body: 'no' });
    expect(server.requests).toHaveLength(1);
  });
});
