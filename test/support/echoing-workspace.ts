// A workspace whose one flow sends every secret it has and says whatever comes back, with a scenario that repeats it all.
import { mkdir } from 'node:fs/promises';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { inARow, nodeNamed, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import type { canaries } from './canaries.ts';
import { writeWorkspace } from './write-workspace.ts';

/** The workspace that was written: what to start with, and the secrets that may be nowhere. */
export interface EchoingWorkspace {
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** Writes the workspace into a folder; its endpoint is at an origin that sends back what it gets. */
export async function echoingWorkspace(
  folder: string,
  origin: string,
  { accents, long, password, quote }: typeof canaries,
): Promise<EchoingWorkspace> {
  const secret = (name: string) => ({ secret: storyId('sl', name) });
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: origin,
    auth: { type: 'bearer', token: secret('token') },
    headers: [
      { name: 'X-Key', value: secret('key'), enabled: true },
      { name: 'X-Long', value: secret('long'), enabled: true },
    ],
  });
  const environment = environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', 'test'),
    name: 'test',
    values: [{ name: 'partner', ...secret('partner'), enabled: true }],
  });
  const flow = storyFlow({
    name: 'Echo',
    nodes: [
      ['Start', 'start', {}],
      ['Ask', 'prompt', { text: 'Well?', variable: 'well' }],
      [
        'Send',
        'api-call',
        {
          endpoint: endpoint.id,
          method: 'GET',
          path: '/echo/{{partner}}',
          query: [{ name: 'key', value: '{{partner}}', enabled: true }],
          responseVariable: 'echo',
          continueOnError: true,
        },
      ],
      ['Says', 'message', { text: '{{well}} {{echo.body}} {{echo.body.target}}' }],
      ['Ends', 'end', { result: '{{echo.body}}' }],
    ],
    connections: [...inARow('Start', 'Ask', 'Send'), ['Send', 'success', 'Says'], ...inARow('Says', 'Ends')],
  });
  // Whoever writes a scenario may have a secret in it: in an answer, an expectation, the name of a header.
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Echo'),
    name: 'Echo',
    flow: flow.id,
    environment: environment.id,
    answers: [{ text: password }],
    expect: [
      { type: 'message', text: { is: 'contains', text: `${quote} ${accents}` } },
      { type: 'variable', path: 'echo.body.target', value: { is: 'matches', text: `^${password}$` } },
      { type: 'variable', path: `echo.${accents}`, value: { json: JSON.stringify(quote) } },
      {
        type: 'call',
        node: nodeNamed(flow, 'Send').id,
        headers: [{ name: password, value: { text: long } }],
      },
      { type: 'call', node: nodeNamed(flow, 'Send').id, url: { text: encodeURIComponent(accents) } },
      { type: 'end', result: { text: password } },
    ],
    snapshot: [{ who: 'bot', text: quote }],
  });
  await mkdir(folder, { recursive: true });
  await writeWorkspace(folder, 'Acme Shop', [endpoint, environment, flow, scenario]);
  return {
    env: {
      FLOWBENCH_SECRET_SHOP_API_TOKEN: password,
      FLOWBENCH_SECRET_SHOP_API_X_KEY: quote,
      FLOWBENCH_SECRET_SHOP_API_X_LONG: long,
      FLOWBENCH_SECRET_PARTNER_SECRET: accents,
    },
    secrets: [password, quote, long, accents],
  };
}
