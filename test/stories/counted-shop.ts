// The sample shop behind a server that keeps account of what reached it, for stories whose requests are counted.
import type { ServerResponse } from 'node:http';
import { startSampleApi } from '#electron/sample/sample-api.ts';
import { sampleRoutes } from '#electron/sample/sample-routes.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { exampleDocuments } from './order-lookup.ts';
import { startStoryServer, type StoryRequest, type StoryServer } from './story-server.ts';

/** Serves the sample API, and remembers every request of it. */
export async function startCountedShop(): Promise<StoryServer> {
  const shop = await startSampleApi();
  const firstParts = sampleRoutes().map(({ path }) => path.split('/')[1] ?? '');
  const routes = Object.fromEntries(
    firstParts.map((part) => [
      part,
      (request: StoryRequest, response: ServerResponse) => void passOn(shop.url, request, response),
    ]),
  );
  return startStoryServer({ routes, closeBehind: () => shop.close() });
}

/** The API endpoints of the example, at an address of one's own. */
export function exampleEndpointsAt(url: string): readonly Endpoint[] {
  return [...exampleDocuments().values()].flatMap((document) =>
    document.format === 'flowbench.endpoint'
      ? [{ ...document, baseUrl: document.baseUrl.replace('{{@sample.url}}', url) }]
      : [],
  );
}

async function passOn(
  url: string,
  { body, headers, method, path }: StoryRequest,
  response: ServerResponse,
): Promise<void> {
  const passed = ['authorization', 'content-type', 'idempotency-key'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const answered = await fetch(url + path, {
    method,
    headers: passed.map(([name, value]) => [name, value]),
    ...(body === '' ? {} : { body }),
  });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
