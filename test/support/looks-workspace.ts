// A workspace whose content tries the window hard: long names and values, many headers, runs that hang, fail and break.
import { environmentSchema } from '#shared/environment/environment.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyFlow, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { freshFolder } from './launch-app.ts';
import { shopEndpoint } from './shop-workspace.ts';
import { writeWorkspace } from './write-workspace.ts';

/** A name as people give them where nobody stops them. */
export const longName = 'Customer master data of all warehouses, replicated from the old system every night';
const longValue = `https://warehouse.example/v2/${'a-rather-long-path-segment/'.repeat(6)}end`;

/** Writes the workspace into a fresh folder; its API is the one at `serverUrl`. */
export async function looksWorkspace(serverUrl: string): Promise<string> {
  const folder = await freshFolder('looks');
  const documents: readonly WorkspaceDocument[] = [
    endpoint('Shop API', serverUrl),
    endpoint(longName, serverUrl, 14),
    environmentSchema.parse({
      format: 'flowbench.environment',
      version: 1,
      id: storyId('en', 'long'),
      name: 'staging-of-the-warehouse-in-central-europe',
      values: Array.from({ length: 6 }, (_, at) => ({
        name: `warehouse_connection_parameter_number_${String(at + 1)}`,
        value: longValue,
        enabled: true,
      })),
    }),
    flow('Hangs', call('Hang', 'Shop API', '/hold')),
    flow('Fails', call('Get order', 'Shop API', '/nothing-here')),
    flow('Breaks', call('Get order', 'An endpoint that is gone', '/orders/1')),
    withInputs(),
    flow(longName, longCall(), [
      'A message that is named by somebody who likes to be exact about everything',
      'message',
      { text: `Take ${'{{customer.body.address.street}} '.repeat(8)}` },
    ]),
  ];
  await writeWorkspace(folder, longName, documents);
  return folder;
}

function endpoint(name: string, baseUrl: string, headers = 1): WorkspaceDocument {
  return shopEndpoint(baseUrl, {
    name,
    allowedHosts: ['127.0.0.1'],
    headers: Array.from({ length: headers }, (_, at) => ({
      name: at === 0 ? 'Accept' : `X-Warehouse-Replication-Parameter-Number-${String(at)}`,
      value: { template: at === 0 ? 'application/json' : longValue },
    })),
  });
}

function call(name: string, endpointName: string, target: string): StoryNode {
  const config = {
    endpoint: storyId('ep', endpointName),
    method: 'GET',
    path: target,
    responseVariable: 'order',
  };
  return [name, 'api-call', { ...config, method: 'GET' }];
}

function longCall(): StoryNode {
  return [
    'Ask the replicated customer master data for the address of the customer',
    'api-call',
    {
      endpoint: storyId('ep', longName),
      method: 'DELETE',
      path: '/warehouses/{{warehouse_connection_parameter_number_1}}/customers/{{customer_identification_number}}',
      query: [{ name: 'a_query_parameter_with_a_long_name', value: longValue, enabled: true }],
      headers: [{ name: 'X-Correlation-Identifier-Of-The-Caller', value: longValue, enabled: true }],
      responseVariable: 'customer_master_data_response',
      exits: ['404', '5xx', 'failure', 'exception'],
    },
  ];
}

function withInputs(): WorkspaceDocument {
  return storyFlow({
    name: 'Asks for inputs',
    nodes: [
      [
        'Start',
        'start',
        {
          inputs: [
            { name: 'customer', type: 'text', required: true },
            { name: 'limit', type: 'number', required: true },
            { name: 'urgent', type: 'boolean', required: true },
            { name: 'filter', type: 'json', required: true },
          ],
        },
      ],
      ['Hello', 'message', { text: 'Hello {{customer}}.' }],
    ],
    connections: [['Start', 'next', 'Hello']],
  });
}

function flow(name: string, first: StoryNode, then?: StoryNode): WorkspaceDocument {
  return storyFlow({
    name,
    nodes: [['Start', 'start', {}], first, ...(then === undefined ? [] : [then])],
    connections: [
      ['Start', 'next', first[0]],
      ...(then === undefined ? [] : [[first[0], 'success', then[0]] as const]),
    ],
  });
}
