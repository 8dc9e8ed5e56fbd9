// Our own servers may share our misunderstandings; this one was written by others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesBody, ExecutorFixture, header } from '../../support/executor-fixture.ts';
import { Httpbin } from '../../support/servers/httpbin.ts';

describe('Against httpbin, a server that nobody here wrote', () => {
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

  const call = async (target: string, ...rest: [Partial<Parameters<ExecutorFixture['execute']>[0]>?]) =>
    (await fixture.execute({ url: httpbin.origin + target, ...rest[0] })).variable;

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s delivers its body', async (method) => {
    const body = await call(`/${method.toLowerCase()}?q=a%20b`, {
      method,
      headers: [header('Content-Type', 'application/json'), header('X-Shop', 'Acme')],
      body: bytesBody('{"order":"ä"}'),
    });
    expect(body).toMatchObject({
      status: 'success',
      status_code: 200,
      body: { args: { q: 'a b' }, json: { order: 'ä' }, headers: { 'X-Shop': 'Acme' } },
    });
  });

  it('GET delivers its query', async () => {
    expect(await call('/get?a=1&a=2')).toMatchObject({
      status: 'success',
      body: { args: { a: ['1', '2'] } },
    });
  });

  it('HEAD has headers and no body', async () => {
    expect(await call('/get', { method: 'HEAD' })).toMatchObject({
      status: 'success',
      body: null,
      headers: { 'content-type': 'application/json' },
    });
  });

  it('OPTIONS tells what is allowed', async () => {
    const { headers, status } = await call('/get', { method: 'OPTIONS' });
    expect(status).toBe('success');
    expect(String(headers['allow']).split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS']);
  });

  it('reads a form with several parts', async () => {
    const { body } = await call('/post', {
      method: 'POST',
      headers: [header('Content-Type', 'multipart/form-data; boundary=seam')],
      body: {
        type: 'multipart',
        boundary: 'seam',
        holdsSecret: false,
        parts: [
          {
            name: 'order',
            headers: 'Content-Disposition: form-data; name="order"\r\n',
            content: { bytes: Buffer.from('42') },
          },
          {
            name: 'note',
            headers: 'Content-Disposition: form-data; name="note"; filename="note.txt"\r\n',
            content: { bytes: Buffer.from('hello') },
          },
        ],
      },
    });
    expect(body).toMatchObject({ form: { order: '42' }, files: { note: 'hello' } });
  });

  it('accepts the right bearer token and refuses none', async () => {
    const authorization = header('Authorization', 'Bearer t0ken', { from: 'credential', holdsSecret: true });
    expect(await call('/bearer', { headers: [authorization] })).toMatchObject({
      status: 'success',
      body: { authenticated: true, token: 't0ken' },
    });
    expect(await call('/bearer')).toMatchObject({
      status: 'error',
      status_code: 401,
      error_detail: { code: 'http-status', phase: 'response', attempts: 1 },
    });
  });

  it('accepts the right name and password and refuses others', async () => {
    const basic = (text: string) =>
      header('Authorization', `Basic ${Buffer.from(text).toString('base64')}`, { from: 'credential' });
    expect(await call('/basic-auth/ada/l0ve', { headers: [basic('ada:l0ve')] })).toMatchObject({
      status: 'success',
      body: { authenticated: true, user: 'ada' },
    });
    expect(await call('/basic-auth/ada/l0ve', { headers: [basic('ada:hate')] })).toMatchObject({
      status: 'error',
      status_code: 401,
    });
  });

  it.each([
    ['gzip', 'gzipped'],
    ['deflate', 'deflated'],
    ['brotli', 'brotli'],
  ])('unpacks %s', async (coding, fact) => {
    expect(await call(`/${coding}`)).toMatchObject({ status: 'success', body: { [fact]: true } });
  });

  it.each([
    '/redirect/3',
    '/relative-redirect/3',
    '/absolute-redirect/3',
    '/redirect-to?url=%2Fget&status_code=307',
  ])('follows %s', async (target) => {
    const { attempts, variable } = await fixture.execute({ url: httpbin.origin + target });
    expect(variable).toMatchObject({ status: 'success', body: { url: `${httpbin.origin}/get` } });
    expect(attempts[0]?.exchanges.length).toBeGreaterThan(1);
  });

  it.each([418, 404, 500, 503])('tells the status %d', async (code) => {
    expect(await call(`/status/${code}`)).toMatchObject({ status: 'error', status_code: code });
  });

  it('waits for a slow answer and measures the wait', async () => {
    const { attempts, variable } = await fixture.execute({ url: `${httpbin.origin}/delay/1` });
    expect(variable.status).toBe('success');
    const wait = attempts[0]?.exchanges[0]?.timings.find(({ phase }) => phase === 'wait');
    expect(wait?.tookMs).toBeGreaterThan(990);
  });

  it('reads a stream of chunks to its end', async () => {
    const { body } = await call('/stream/20');
    expect(textOf(body).trim().split('\n')).toHaveLength(20);
  });

  it('reads bytes as binary and text as text', async () => {
    expect((await call('/bytes/500?seed=1')).body).toMatchObject({
      content_type: 'application/octet-stream',
      size: 500,
    });
    expect(textOf((await call('/html')).body)).toContain('Herman Melville');
    expect(textOf((await call('/xml')).body)).toContain('<slideshow');
  });

  it('keeps every cookie it is given apart', async () => {
    const { headers } = (
      await fixture.execute(
        { url: `${httpbin.origin}/cookies/set?a=1&b=2` },
        { redirects: { policy: 'never' } },
      )
    ).variable;
    expect(headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });
});

function textOf(body: unknown): string {
  expect(body).toBeTypeOf('string');
  return body as string;
}
