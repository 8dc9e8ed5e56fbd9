// What becomes a secret after it was written must not stay on the disk: the files are looked through again.
import { afterEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../../stories/story-server.ts';
import { canaries } from '../../../support/canaries.ts';
import { startedRun } from '../../../support/host-runs.ts';
import { hostPastRuns } from '../../../support/past-runs.ts';
import { missedBelow } from '../../../support/planted-files.ts';
import { bytesFound } from '../../../support/search-bytes.ts';
import { encodings } from '../../../support/secret-encodings.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const slot = storyId('sl', 'canary');
const openId = storyId('ep', 'Open API');
const closedId = storyId('ep', 'Closed API');

/** The answer goes through a variable, a message and a body before a call uses it as its token. */
const flow = storyFlow({
  name: 'Later',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'given' }] }],
    ['Ask', 'prompt', { text: 'What is it?', variable: 'told' }],
    ['Say', 'message', { text: 'So it is {{told}}, or {{given}}' }],
    ['Repeat', 'api-call', { endpoint: openId, method: 'GET', path: '/repeat', responseVariable: 'got' }],
    ['Use', 'api-call', { endpoint: closedId, method: 'GET', path: '/use', responseVariable: 'used' }],
    ['End', 'end', { result: '{{got.body}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Say'],
    ['Say', 'next', 'Repeat'],
    ['Repeat', 'success', 'Use'],
    ['Use', 'success', 'End'],
  ],
});

let server: StoryServer;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The user name goes with the canary that is a password; the others are tokens. */
function authOf(secret: string) {
  if (secret !== canaries.password && /^[\x20-\x7e]+$/.test(secret))
    return { type: 'bearer', token: { secret: slot } };
  return { type: 'basic', userName: { template: 'ana' }, password: { secret: slot } };
}

async function hosted(secret: string, padding: number, echoed: readonly string[] = []) {
  server = await startStoryServer({
    routes: {
      repeat: (_, response) => answerJson(response, 200, { secret, padding: 'x'.repeat(padding) }),
      use: (_, response) => answerJson(response, 200, { fine: true, echoed: [...echoed] }),
    },
  });
  const endpoint = (id: string, change: object) =>
    endpointSchema.parse({
      format: 'flowbench.endpoint',
      version: 1,
      id,
      name: id,
      baseUrl: server.url,
      ...change,
    });
  const closed = endpoint(closedId, { auth: authOf(secret) });
  const made = await hostPastRuns(folder.path, {
    documents: [flow, endpoint(openId, {}), closed],
    secrets: { [slot]: secret },
  });
  closing.push(() => server.close(), made.close);
  return made;
}

const searchable = Object.entries(canaries).filter(([, secret]) => secret.length >= 8);

describe('a secret that becomes known in the middle of a run', () => {
  test.each(
    searchable.flatMap(([name, secret]) => [0, 1_200_000].map((padding) => [name, padding, secret] as const)),
  )(
    'is nowhere in what was written before: %s, behind %i bytes',
    async (_name, padding, secret) => {
      const { past, runs } = await hosted(secret, padding);
      const inputs = { given: secret };
      const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs }));
      await runs.event(runId, 'asked');
      runs.host.answer({ runId, text: secret });
      await runs.event(runId, 'run-ended');
      // The run told it in plain words before it could know better, or this test proves nothing.
      expect(runs.eventsOf(runId, 'answered')[0]).toMatchObject({ text: secret });
      await past.history.close();
      // Blobs of a key store that gives everything away are the vault's matter, and hold no text beyond ASCII.
      const missed = await missedBelow(past.folder, secret);
      expect(missed.filter((name) => !name.startsWith('blob'))).toEqual([]);
      expect(await bytesFound([past.folder], secret)).toEqual([]);
      const shown = JSON.stringify(await past.events(runId));
      expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(shown).toContain('••••••••');
      expect(await past.all()).toMatchObject([{ runId, repeatable: false, outcome: 'ended' }]);
    },
    60_000,
  );
});

describe('a secret that becomes known in a later run of the session', () => {
  test('goes from the earlier runs too', async () => {
    const secret = canaries.quote;
    const { past, runs } = await hosted(secret, 0);
    const start = () =>
      startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: { given: 'nothing' } }));
    const first = start();
    await runs.event(first, 'asked');
    runs.host.answer({ runId: first, text: secret });
    await runs.event(first, 'said');
    await runs.host.cancel(first);
    await past.history.close();

    const second = start();
    await runs.event(second, 'asked');
    runs.host.answer({ runId: second, text: 'a' });
    await runs.event(second, 'run-ended');
    await past.history.close();
    expect(await bytesFound([past.folder], secret)).toEqual([]);
    expect(await past.events(first)).not.toEqual([]);
  });
});

describe('a secret that is known before its run begins', () => {
  const told = (secret: string): readonly string[] =>
    secret.length < 8 ? [] : Object.values(encodings).map((encode) => encode(secret));

  test.each(Object.entries(canaries))('is in no file of the history: %s', async (name, secret) => {
    const { past, runs } = await hosted(secret, 0, told(secret));
    const nodeId = nodeNamed(flow, 'Use').id;
    for (let round = 0; round < 2; round += 1) {
      const call = { flowId: flow.id, nodeId, environmentId: null, variables: {} };
      await runs.event(startedRun(runs.host.tryCall(call)), 'run-ended');
    }
    await past.history.close();
    expect(server.requests.every(({ rawHeaders }) => rawHeaders.join().includes('Authorization'))).toBe(true);
    const missed = await missedBelow(past.folder, secret);
    expect(missed.filter((form) => !form.startsWith('blob'))).toEqual([]);
    expect(await bytesFound([past.folder], secret), name).toEqual([]);
    expect(await past.all()).toHaveLength(2);
  });
});

describe('a run that goes on from the past of one that learned a secret too late', () => {
  test.each(
    searchable.flatMap(([name, secret]) => [0, 1_200_000].map((padding) => [name, padding, secret] as const)),
  )(
    'tells nothing of it, and has it in none of its files: %s, behind %i bytes',
    async (_name, padding, secret) => {
      const { past, runs } = await hosted(secret, padding);
      const first = startedRun(
        runs.host.start({ flowId: flow.id, environmentId: null, inputs: { given: 'nothing' } }),
      );
      await runs.event(first, 'asked');
      runs.host.answer({ runId: first, text: secret });
      await runs.event(first, 'run-ended');
      const end = runs
        .eventsOf(first, 'node-entered')
        .find(({ nodeId }) => nodeId === nodeNamed(flow, 'End').id);
      const onward = runs.host.debug.rerunFrom({
        runId: first,
        seq: end?.seq ?? -1,
        environmentId: null,
        standIns: {},
        breakpoints: [],
        edits: [],
        then: 'go-on',
      });
      const second = startedRun(onward);
      await runs.event(second, 'run-ended');
      const told = JSON.stringify([...runs.eventsOf(second, 'answered'), ...runs.eventsOf(second, 'said')]);
      expect(told).toContain('••••••••');
      expect(told).not.toContain(JSON.stringify(secret).slice(1, -1));
      await past.history.close();
      const missed = await missedBelow(past.folder, secret);
      expect(missed.filter((name) => !name.startsWith('blob'))).toEqual([]);
      expect(await bytesFound([past.folder], secret)).toEqual([]);
      // What the first run kept for the second is there, or there was nothing to find.
      expect((await past.events(second)).some(({ type }) => type === 'call-ended')).toBe(true);
    },
    60_000,
  );
});
