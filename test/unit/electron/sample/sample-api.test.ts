// The example promises these answers in its README, and a page elsewhere must not be able to ask.
import http from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSampleApi, type SampleApi } from '#electron/sample/sample-api.ts';
import { sampleToken } from '#electron/sample/sample-data.ts';

let api: SampleApi;
beforeAll(async () => {
  api = await startSampleApi();
});
afterAll(() => api.close());

const get = (path: string, options: RequestInit = {}) => fetch(api.url + path, options);

/** The status code of a request with headers that `fetch` does not let anyone set. */
function statusFor(headers: http.OutgoingHttpHeaders, path = '/'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get(api.url + path, { headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject);
  });
}

describe('the sample API', () => {
  test('listens on this computer only, under a port that was free', () => {
    expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('lists what it has', async () => {
    const index = (await (await get('/')).json()) as { routes: { path: string }[] };
    expect(index.routes.map(({ path }) => path)).toContain('/orders/*');
  });

  test('finds an order with every digit of its numbers', async () => {
    const response = await get('/orders/10482');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(text).toContain('"name":"Ana Sousa"');
    expect(text).toContain('"total":43.90');
    expect(text).toContain('"ledger_entry":90071992547409931482');
  });

  test('has no other orders', async () => {
    const response = await get('/orders/1');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ title: 'No such order', status: 404 });
  });

  test('lists orders by status', async () => {
    const ids = async (path: string) =>
      ((await (await get(path)).json()) as { id: number }[]).map(({ id }) => id);
    expect(await ids('/orders')).toEqual([10482, 10483, 10477]);
    expect(await ids('/orders?status=processing')).toEqual([10483]);
    expect(await ids('/orders?status=lost')).toEqual([]);
  });

  test('finds people', async () => {
    expect(await (await get('/users/9')).json()).toMatchObject({ name: 'Zoë "Zo" Müller' });
    expect((await get('/users/99')).status).toBe(404);
    expect(await (await get('/users')).json()).toHaveLength(3);
  });

  test('turns away two requests for a parcel, answers the third, and begins anew', async () => {
    const codes: number[] = [];
    for (let times = 0; times < 6; times += 1) codes.push((await get('/carrier/parcels/PX-4471')).status);
    expect(codes).toEqual([503, 503, 200, 503, 503, 200]);
    expect((await get('/carrier/parcels/PX-1')).status).toBe(404);
  });

  test('counts each parcel on its own', async () => {
    expect((await get('/carrier/parcels/PX-4465')).status).toBe(503);
    expect((await get('/carrier/parcels/PX-4471')).status).toBe(503);
    expect((await get('/carrier/parcels/PX-4465')).status).toBe(503);
    expect((await get('/carrier/parcels/PX-4465')).status).toBe(200);
  });

  test('wants its token for the account', async () => {
    const refused = await get('/account');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="sample"');
    const wrong = await get('/account', { headers: { authorization: 'Bearer nonsense' } });
    expect(wrong.status).toBe(401);
    const right = await get('/account', { headers: { authorization: `Bearer ${sampleToken}` } });
    expect(await right.json()).toMatchObject({ plan: 'Tea lover' });
  });

  test.each([
    ['{"name":"Zoë \\"Zo\\" Müller","language":"de"}', 201, 'Schön, dass du da bist, Zoë "Zo" Müller!'],
    ['{"name":"Ben"}', 201, 'Good to see you, Ben!'],
    ['{"name":"Ben","language":"constructor"}', 201, 'Good to see you, Ben!'],
    ['{"name":" "}', 422, undefined],
    ['[]', 422, undefined],
    ['{"name":', 400, undefined],
  ])('greets %s', async (body, status, text) => {
    const response = await get('/greetings', { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(((await response.json()) as { text?: string }).text).toBe(text);
  });

  test('turns away two charges with a key, and charges it once however often it is repeated', async () => {
    const body = '{"order":10482,"amount":43.90,"currency":"EUR","method":"card"}';
    const charge = (key: string, text = body) =>
      get('/payments/charges', { method: 'POST', body: text, headers: { 'idempotency-key': key } });
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(await charge('a'));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 201, 200]);
    const [made, again] = await Promise.all(answers.slice(2).map((response) => response.text()));
    expect(made).toContain('"amount":43.90');
    expect(again).toBe(made);
    for (const [text, status] of [
      ['{"method":"gift-card"}', 402],
      ['[]', 400],
    ] as const) {
      await charge(text, text);
      await charge(text, text);
      expect((await charge(text, text)).status).toBe(status);
    }
    expect((await get('/payments/charges', { method: 'POST', body })).status).toBe(400);
  });

  test.each([
    ['{"text":"Is it \\"green\\"?","reply_to":"ana@shop.example"}', 201],
    ['{"text":" "}', 422],
    ['{', 400],
  ])('opens a ticket for %s', async (body, status) => {
    const response = await get('/tickets', { method: 'POST', body });
    expect(response.status).toBe(status);
    if (status === 201)
      expect(await response.json()).toMatchObject({ number: 'T-2001', text: 'Is it "green"?' });
  });

  test('refuses a body that is too large', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(200_000) });
    expect((await get('/greetings', { method: 'POST', body })).status).toBe(413);
  });

  test('answers HEAD like GET, without a body', async () => {
    const response = await get('/orders/10482', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('says which methods a route has', async () => {
    const response = await get('/orders/10482', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect((await get('/nowhere', { method: 'DELETE' })).status).toBe(404);
  });

  test('answers slowly where it is asked to', async () => {
    expect(await (await get('/slow?seconds=0')).json()).toEqual({ waited_seconds: 0 });
    expect(await (await get('/slow?seconds=-3')).json()).toEqual({ waited_seconds: 0 });
  });

  test('outlives a client that goes away in the middle of a slow answer', async () => {
    const controller = new AbortController();
    const slow = get('/slow?seconds=30', { signal: controller.signal }).catch(() => 'gone');
    await get('/');
    controller.abort();
    expect(await slow).toBe('gone');
    expect((await get('/')).status).toBe(200);
  });

  test('answers only under the address of this computer', async () => {
    const { host, port } = new URL(api.url);
    expect(await statusFor({ host })).toBe(200);
    expect(await statusFor({ host: `localhost:${port}` })).toBe(200);
    expect(await statusFor({ host: `rebound.example:${port}` })).toBe(421);
    expect(await statusFor({ host: '127.0.0.1' })).toBe(421);
  });

  test('lets no web page read its answers', async () => {
    const response = await get('/', { headers: { origin: 'http://page.example' } });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

test('closing the sample API ends open connections', async () => {
  const other = await startSampleApi();
  const { hostname, port } = new URL(other.url);
  const socket = net.connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await other.close();
  await closed;
  await expect(fetch(other.url)).rejects.toThrow();
});
