// A workspace whose scenarios send what could come out differently each time: identifiers, times, forms, secrets, cookies.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { inARow, nodeNamed, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { writeWorkspace } from './write-workspace.ts';

/** The secret that its endpoint sends. */
export const token = 'ordering-token-5f1c';

/**
 * Writes it into the folder `shop` below a folder; its endpoint is at `origin`. Five rows are run, and one of them fails.
 *
 * @param auth what its endpoint proves itself with: without more words, the secret
 */
export async function orderingWorkspace(
  root: string,
  origin: string,
  auth: 'bearer' | 'none' = 'bearer',
): Promise<void> {
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: `${origin}/v1`,
    auth: auth === 'none' ? { type: 'none' } : { type: 'bearer', token: { secret: storyId('sl', 'token') } },
    cookies: true,
    headers: [{ name: 'X-Run', value: { template: '{{@run.id}}' }, enabled: true }],
  });
  const call = { endpoint: endpoint.id, continueOnError: true };
  const flow = storyFlow({
    name: 'Ordering',
    nodes: [
      ['Start', 'start', {}],
      ['Ask', 'prompt', { text: 'What?', variable: 'what' }],
      [
        'Order',
        'api-call',
        {
          ...call,
          method: 'POST',
          path: '/orders/{{what}}',
          query: [{ name: 'at', value: '{{@now}}', enabled: true }],
          body: {
            type: 'json',
            template: '{"id": "{{@uuid}}", "what": "{{what}}", "exact": 12345678901234567890}',
          },
          responseVariable: 'order',
        },
      ],
      ['Later', 'wait', { amount: '2', unit: 'h' }],
      [
        'Follow up',
        'api-call',
        { ...call, method: 'GET', path: '/orders/{{what}}/state', responseVariable: 'state' },
      ],
      ['Says', 'message', { text: 'It is {{order.body.state}} at {{@now}}.' }],
    ],
    connections: [
      ...inARow('Start', 'Ask', 'Order'),
      ['Order', 'success', 'Later'],
      ['Order', 'error', 'Later'],
      ...inARow('Later', 'Follow up'),
      ['Follow up', 'success', 'Says'],
      ['Follow up', 'error', 'Says'],
    ],
  });
  const base = {
    format: 'flowbench.scenario',
    version: 1,
    flow: flow.id,
    clock: '2026-03-12T12:00:00.000Z',
  };
  const rows = scenarioSchema.parse({
    ...base,
    id: storyId('sc', 'Rows'),
    name: 'Rows',
    seed: 7,
    answers: [{ column: 'what' }],
    data: {
      columns: ['what', 'code'],
      rows: [
        ['tea', '200'],
        ['café & co', '200'],
        ['lost', '404'],
        ['mate', '404'],
      ],
    },
    expect: [
      { type: 'message', text: { is: 'contains', text: 'It is new' } },
      { type: 'variable', path: 'order.status_code', value: { column: 'code', columnIsJson: true } },
    ],
  });
  const single = scenarioSchema.parse({
    ...base,
    id: storyId('sc', 'Single'),
    name: 'Single',
    answers: [{ node: nodeNamed(flow, 'Ask').id, text: 'rooibos' }],
    expect: [
      { type: 'calls', count: 2 },
      { type: 'duration', atLeastMs: 7_200_000 },
    ],
  });
  const folder = path.join(root, 'shop');
  await mkdir(folder, { recursive: true });
  await writeWorkspace(folder, 'Acme Shop', [endpoint, flow, rows, single]);
}
