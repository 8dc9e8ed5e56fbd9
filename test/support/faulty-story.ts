// A workspace whose flow has a way of its own for everything that can become of its call.
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { shopEndpoint } from './shop-workspace.ts';
import { fileNameByName, writeWorkspace } from './write-workspace.ts';

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

interface ToldFaultyStory {
  readonly retries?: number;
  /** Exits of the call that are not connected; the messages of their ways are there all the same. */
  readonly loose?: readonly string[];
}

/** Writes the workspace into a folder. */
export async function writeFaultyStory(
  folder: string,
  baseUrl: string,
  { loose = [], retries = 0 }: ToldFaultyStory = {},
): Promise<void> {
  const endpoint = shopEndpoint(baseUrl, { retry: { retries, firstDelayMs: 0 } });
  const flow = {
    ...faultyFlow,
    nodes: faultyFlow.nodes.map((node, at) => ({
      ...node,
      position: at < 2 ? { x: at * 260, y: 120 } : { x: 560, y: (at - 2) * 70 },
    })),
    connections: faultyFlow.connections.filter(({ from }) => !loose.includes(from.exit)),
  };
  await writeWorkspace(folder, 'Faulty shop', [flow, endpoint], fileNameByName);
}
