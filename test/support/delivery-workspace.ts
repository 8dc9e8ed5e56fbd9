// A workspace with one conversation that asks for every type of answer, and a long one that waits for a server.
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { delivery } from '../stories/delivery.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { freshFolder } from './launch-app.ts';
import { writeWorkspace } from './write-workspace.ts';

const talks = Array.from({ length: 30 }, (_, at) => `Line ${String(at + 1)}`);

const slow = newEndpoint(storyId('ep', 'Slow API'), 'Slow API');

/** Says thirty things, calls, and says another. */
const long = storyFlow({
  name: 'Long talk',
  nodes: [
    ['Start', 'start', {}],
    ...talks.map((name) => [name, 'message', { text: `${name} of a long talk` }] as const),
    ['Call', 'api-call', { endpoint: slow.id, method: 'GET', path: '/slow', responseVariable: 'reply' }],
    ['Last', 'message', { text: 'The last word' }],
  ],
  connections: [...inARow('Start', ...talks, 'Call'), ['Call', 'success', 'Last']],
});

/** Writes the workspace into a fresh folder; its API is the one at `serverUrl`. */
export async function deliveryWorkspace(serverUrl = 'http://127.0.0.1:9'): Promise<string> {
  const folder = await freshFolder('delivery');
  await writeWorkspace(folder, 'Delivery', [delivery, long, { ...slow, baseUrl: serverUrl }]);
  return folder;
}
