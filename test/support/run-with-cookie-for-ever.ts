// Run in a process of its own that gets killed: a run that gets a cookie which no jar keeps, and never ends.
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { startStoryServer } from '../stories/story-server.ts';
import { startedRun } from './host-runs.ts';
import { hostPastRuns } from './past-runs.ts';
import { bytesFound } from './search-bytes.ts';

const [folder = '', cookie = '', padding = '0'] = process.argv.slice(3);

const openId = storyId('ep', 'Open');

/** The value is said before the server makes a cookie of it, and comes back in the body. */
const flow = storyFlow({
  name: 'Cookie',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'given' }] }],
    ['Say', 'message', { text: 'So it is {{given}}' }],
    ['Pause', 'prompt', { text: 'Go on?', variable: 'told' }],
    ['Sign in', 'api-call', { endpoint: openId, method: 'GET', path: '/sign-in', responseVariable: 'got' }],
    ['Ask', 'prompt', { text: '{{given}}, or {{got.body.session}}?', variable: 'answer' }],
    ['End', 'end', {}],
  ],
  connections: [
    ['Start', 'next', 'Say'],
    ['Say', 'next', 'Pause'],
    ['Pause', 'next', 'Sign in'],
    ['Sign in', 'success', 'Ask'],
    ['Ask', 'next', 'End'],
  ],
});
const server = await startStoryServer({
  routes: {
    'sign-in': (_, response) => {
      response.setHeader('Set-Cookie', `session=${cookie}; HttpOnly`);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ session: cookie, padding: 'x'.repeat(Number(padding)) }));
    },
  },
});
const endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: openId,
  name: 'Open',
  baseUrl: server.url,
});
const { past, runs } = await hostPastRuns(folder, { documents: [flow, endpoint] });
const runId = startedRun(
  runs.host.start({ flowId: flow.id, environmentId: null, inputs: { given: cookie } }),
);
await runs.event(runId, 'asked');
await past.history.close();
const before = await bytesFound([folder], cookie);
process.stdout.write(`${JSON.stringify({ runId, before: before.map(({ file }) => file) })}\n`);
runs.host.answer({ runId, text: 'yes' });
while (runs.eventsOf(runId, 'asked').length < 2) await new Promise((resolve) => setImmediate(resolve));
await past.history.close();
process.stdout.write('asked\n');
