// A workspace whose flow has a way of its own for everything that can become of its call.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';

/** What the flow says at the end of each way. */
export const wayEnds = {
  success: 'Your order is {{order.body.state}}.',
  error: 'Something is wrong.',
  '404': 'There is no such order.',
  '5xx': 'The shop has a problem.',
  failure: 'The shop cannot be reached.',
  exception: 'We cannot ask the shop.',
} as const;

/** The flow: one call, and a message for each of its exits. */
export const faultyFlow: Flow = storyFlow({
  name: 'Order lookup',
  nodes: [
    ['Start', 'start', {}],
    [
      'Get order',
      'api-call',
      {
        endpoint: storyId('ep', 'Shop API'),
        method: 'GET',
        path: '/orders/42',
        headers: [{ name: 'X-Trace', value: 'trace-1' }],
        responseVariable: 'order',
        exits: ['404', '5xx', 'failure', 'exception'],
      },
    ],
    ...Object.entries(wayEnds).map(([exit, text]) => [`Says ${exit}`, 'message', { text }] as const),
  ],
  connections: [
    ['Start', 'next', 'Get order'],
    ...Object.keys(wayEnds).map((exit) => ['Get order', exit, `Says ${exit}`] as const),
  ],
});

/** Writes the workspace into a folder. */
export async function writeFaultyStory(folder: string, baseUrl: string, retries = 0): Promise<void> {
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl,
    retry: { retries, firstDelayMs: 0 },
  });
  const id = storyId('ws', 'Faulty shop');
  await mkdir(path.join(folder, 'flows'), { recursive: true });
  await mkdir(path.join(folder, 'endpoints'), { recursive: true });
  const file = { format: 'flowbench.workspace', version: 1, id, name: 'Faulty shop' };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(file, null, 2));
  const placed = {
    ...faultyFlow,
    nodes: faultyFlow.nodes.map((node, at) => ({
      ...node,
      position: at < 2 ? { x: at * 260, y: 120 } : { x: 560, y: (at - 2) * 70 },
    })),
  };
  await writeFile(path.join(folder, 'flows/order-lookup.json'), writeDocument(placed, null));
  await writeFile(path.join(folder, 'endpoints/shop-api.json'), writeDocument(endpoint, null));
}
