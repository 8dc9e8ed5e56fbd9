// A workspace with one flow that calls a server, and scenarios that want it to succeed: flaky where the server is.
import { mkdir } from 'node:fs/promises';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { writeWorkspace } from './write-workspace.ts';

/** Writes it into a folder; its endpoint is at `origin`. */
export async function callingWorkspace(
  folder: string,
  origin: string,
  scenarioNames: readonly string[] = ['Succeeds'],
  auth?: { readonly type: 'bearer'; readonly token: { readonly secret: string } },
): Promise<void> {
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'API'),
    name: 'API',
    baseUrl: origin,
    ...(auth === undefined ? {} : { auth }),
  });
  const call = { endpoint: endpoint.id, method: 'GET', path: '/', responseVariable: 'answer' } as const;
  const flow = storyFlow({
    name: 'Calls',
    nodes: [
      ['Start', 'start', {}],
      ['Get', 'api-call', { ...call, continueOnError: true }],
      ['Says', 'message', { text: 'It was {{answer.status}}.' }],
    ],
    connections: [...inARow('Start', 'Get'), ['Get', 'success', 'Says'], ['Get', 'error', 'Says']],
  });
  const scenarios = scenarioNames.map((name) =>
    scenarioSchema.parse({
      format: 'flowbench.scenario',
      version: 1,
      id: storyId('sc', name),
      name,
      flow: flow.id,
      expect: [{ type: 'message', text: { is: 'contains', text: 'success' } }],
    }),
  );
  await mkdir(folder);
  await writeWorkspace(folder, 'Calls', [endpoint, flow, ...scenarios]);
}
