// What is shown before sending must be what is sent: the prepared bytes are compared with those on a server's socket.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema, httpMethods } from '#shared/nodes/api-call-node.ts';
import { storyId } from '../../stories/story-id.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import { anyCall, type AnyCall, anyCookies, credentialSlot } from '../../support/any-call.ts';
import { preflight, preparedCall } from '../../support/prepared-call.ts';
import { useRecordedCalls } from '../../support/recorded-calls.ts';
import { runs } from '../../support/runs.ts';

const textIn = (segments: readonly { readonly text: string }[]) => segments.map(({ text }) => text).join('');

const calls = useRecordedCalls();

/** The bytes that the preparation promises and those that came, and what the preview shows. */
async function bothWays(call: AnyCall, cookies: readonly SentCookie[] = []) {
  const preparation = preparedCall(call);
  if (preparation === null) return null;
  const { bytes, shown } = await preflight(
    preparation,
    (file) => path.join(calls.fixture.folder, file),
    cookies,
  );
  const number = calls.server.server.connections.length;
  await calls.fixture.executeWithCookies(preparation.request, cookies);
  const connection = await calls.server.server.connection(number);
  return { promised: bytes, received: connection.received, shown };
}

const bodies = {
  none: { type: 'none' },
  JSON: { type: 'json', template: '{"name":"Zoë"}' },
  text: { type: 'text', template: 'Zoë\r\nZo\0' },
  'URL-encoded': { type: 'form-urlencoded', rows: [{ name: 'a b', value: '1&2', enabled: true }] },
  'multipart with a file': {
    type: 'multipart',
    rows: [
      { name: 'note', value: 'Zoë', enabled: true },
      { name: 'photo', file: 'attachments/a b.bin', enabled: true },
    ],
  },
  custom: { type: 'custom', contentType: 'application/xml', template: '<a/>' },
} as const;

describe('the request before it is sent', () => {
  const table = httpMethods.flatMap((method) =>
    Object.entries(bodies).map(([kind, body]) => ({ method, kind, body })),
  );

  it.each(table)('is what a server gets: $method with the body $kind', async ({ body, method }) => {
    const both = await bothWays({
      endpoint: endpointSchema.parse({
        format: 'flowbench.endpoint',
        version: 1,
        id: storyId('ep', 'Shop API'),
        name: 'Shop API',
        baseUrl: `${calls.server.origin}/v2`,
        auth: { type: 'bearer', token: { secret: credentialSlot } },
      }),
      call: apiCallConfigSchema.parse({
        endpoint: storyId('ep', 'Shop API'),
        method,
        path: '/orders/7',
        query: [{ name: 'expand', value: 'all lines', enabled: true }],
        body,
        responseVariable: 'order',
      }),
      secrets: new Map([[credentialSlot, 'sk_live_9a8b7c6d']]),
      signing: '',
    });
    expect(both?.received).toBe(both?.promised);
    const lines = both?.promised.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? [];
    expect(both?.shown.headers.map(({ name, value }) => `${name}: ${textIn(value)}`)).toEqual(
      lines.map((line) => line.replace('sk_live_9a8b7c6d', '••••••••')),
    );
    expect(both?.shown.urlParts?.map(({ from, segments }) => [from, textIn(segments)])).toEqual([
      ['endpoint', `${calls.server.origin}/v2`],
      ['node', '/orders/7'],
      ['node', '?expand=all%20lines'],
    ]);
  });

  it('is what a server gets, whatever the endpoint, the call and the cookies are', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall(calls.server.origin), anyCookies, async (call, cookies) => {
        const both = await bothWays(call, cookies);
        expect(both?.received).toBe(both?.promised);
      }),
      { numRuns: runs(150) },
    );
  });
});
