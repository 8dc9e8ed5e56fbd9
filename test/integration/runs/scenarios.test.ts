// Scenarios are run as the application runs flows, in no time, the same way every time, and never without an end.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { runScenario, type RanScenario } from '#electron/runs/scenario/run-scenario.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { inARow, nodeNamed, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { storyFixture } from '../../support/stand-in-plans.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
let server: StoryServer;
beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      orders: (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"state":"live"}');
      },
    },
  });
});
afterEach(() => server.close());

const call = {
  endpoint: storyId('ep', 'Shop API'),
  method: 'GET' as const,
  path: '/orders/{{@uuid}}',
  responseVariable: 'order',
  exits: ['exception'],
  overrides: { retry: { retries: 2, firstDelayMs: 60_000, longestDelayMs: 600_000 } },
};

const polling = storyFlow({
  name: 'Polling',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'title', required: false }] }],
    ['Ask', 'prompt', { text: 'Go, {{title}}?', variable: 'go' }],
    ['Poll', 'api-call', call],
    ['Says', 'message', { text: '{{order.status}} {{order.body.state}} at {{@now}}' }],
    ['Later', 'wait', { amount: '2', unit: 'h' }],
    ['Again', 'api-call', call],
    ['Ends', 'end', { result: '{{order.body.state}}' }],
  ],
  connections: [
    ...inARow('Start', 'Ask', 'Poll'),
    ['Poll', 'success', 'Says'],
    ['Poll', 'exception', 'Says'],
    ['Poll', 'error', 'Says'],
    ...inARow('Says', 'Later', 'Again'),
    ['Again', 'success', 'Ends'],
    ['Again', 'error', 'Ends'],
  ],
});
const round = storyFlow({
  name: 'Round',
  nodes: [
    ['Start', 'start', {}],
    ['Later', 'wait', { amount: '1', unit: 'h' }],
  ],
  connections: [...inARow('Start', 'Later'), ['Later', 'next', 'Later']],
});
const greeting = storyFlow({
  name: 'Greeting',
  nodes: [
    ['Start', 'start', {}],
    ['Says', 'message', { text: '{{@request.platform}}: {{@request.user.first_name}}.' }],
  ],
  connections: inARow('Start', 'Says'),
});
const [yes, no] = [storyId('ch', 'yes'), storyId('ch', 'no')];
const asking = storyFlow({
  name: 'Asking',
  nodes: [
    ['Start', 'start', {}],
    ['Poll', 'api-call', call],
    ['Says', 'message', { text: '{{order.status_code}} {{order.body.state}}' }],
    [
      'Ask',
      'prompt',
      {
        text: 'Again?',
        variable: 'more',
        answerType: 'choice',
        choices: [
          { id: yes, label: 'Yes', value: 'yes' },
          { id: no, label: 'No', value: 'no' },
        ],
      },
    ],
  ],
  connections: [
    ...inARow('Start', 'Poll'),
    ['Poll', 'success', 'Says'],
    ['Poll', 'error', 'Says'],
    ...inARow('Says', 'Ask'),
    ['Ask', yes, 'Poll'],
  ],
});
const poll = nodeNamed(polling, 'Poll').id;
const again = nodeNamed(polling, 'Again').id;
const fixture = storyFixture(
  'Stored',
  {
    headers: [{ name: 'Content-Type', value: 'application/json', enabled: true }],
    body: { text: '{"state":"stored"}' },
  },
  { flow: polling.id, node: poll },
);

async function ran(
  told: object,
  row: Record<string, string> | null = null,
  signal = new AbortController().signal,
  baseUrl = server.url,
  onEvents: (events: readonly RunEvent[]) => void = () => undefined,
) {
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: call.endpoint,
    name: 'Shop API',
    baseUrl,
  });
  const documents: readonly WorkspaceDocument[] = [polling, round, asking, greeting, fixture, endpoint];
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Told'),
    name: 'Told',
    flow: polling.id,
    clock: '2026-03-12T12:00:00.000Z',
    answers: [{ text: 'yes' }],
    ...told,
  });
  return runScenario(scenario, row, {
    workspace: {
      id: storyId('ws', 'Acme Shop'),
      resolveFile: () => Promise.resolve({ ok: false, failure: { code: 'missing' } }),
      document: (id) => {
        const document = documents.find((each) => each.id === id);
        return document === undefined ? null : { document };
      },
    },
    vault: { read: () => Promise.resolve({ state: 'missing' }) },
    folder: folder.file('bodies'),
    secrets: new KnownSecrets(),
    onEvents,
    signal,
  });
}

async function runOf(...given: Parameters<typeof ran>): Promise<RanScenario> {
  const outcome = await ran(...given);
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value;
}
const said = ({ events }: RanScenario) =>
  events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
const failures = ({ results }: RanScenario) => results.filter(({ passed }) => !passed);
const reset = { type: 'fault', fault: { kind: 'reset' }, attempts: 2, then: fixture.id };

describe('a scenario', () => {
  test('waits and pauses in no time, by a clock that they put on', async () => {
    const run = await runOf({
      standIns: [
        { node: poll, use: reset },
        { node: again, use: { type: 'fixture', id: fixture.id } },
      ],
      expect: [
        { type: 'duration', atLeastMs: 7_200_000, atMostMs: 7_200_000 + 180_000 },
        { type: 'call', node: poll, attempts: 3, status: 'success' },
        { type: 'end', result: { text: 'stored' } },
      ],
    });
    expect(failures(run)).toEqual([]);
    expect(run.tookMs).toBeLessThan(30_000);
    expect(server.socketsOpened).toBe(0);
  });

  test('goes the same way every time with the same seed, and another way with another', async () => {
    const told = {
      network: 'refused',
      standIns: [
        { node: poll, use: reset },
        { node: again, use: reset },
      ],
    };
    const facts = async (seed: number) => {
      const events: RunEvent[] = [];
      await runOf({ ...told, seed }, null, undefined, undefined, (happened) => events.push(...happened));
      // What a phase took is real time, which nobody decides.
      const decided = events.filter(
        ({ type }) => !['exchange-phase', 'attempt-ended', 'call-ended'].includes(type),
      );
      return JSON.stringify(decided);
    };
    const first = await facts(7);
    expect(first).toContain('retry-waiting');
    expect(await facts(7)).toBe(first);
    expect(await facts(8)).not.toBe(first);
  });

  test('is answered by what stands in for this call of a node, and else for all of them', async () => {
    const node = nodeNamed(asking, 'Poll').id;
    const standIns = [
      { node, use: { type: 'fixture', id: fixture.id } },
      { node, call: 2, use: { type: 'fault', fault: { kind: 'status', statusCode: 404 } } },
      { node, call: 3, use: 'live' },
    ];
    const answers = ['Yes', 'Yes', 'Yes', 'No'].map((text) => ({ text }));
    const run = await runOf({ flow: asking.id, standIns, answers });
    expect(said(run)).toEqual(['200 stored', '404 ', '200 live', '200 stored']);
    expect(server.socketsOpened).toBe(1);
  });

  test('that may not use the network has an exception where nothing stands in', async () => {
    const run = await runOf({
      network: 'refused',
      standIns: [{ node: again, use: { type: 'fixture', id: fixture.id } }],
      expect: [
        { type: 'exit', node: poll, exit: 'exception' },
        { type: 'calls', node: poll, count: 0 },
        { type: 'call', node: poll, status: 'exception' },
      ],
    });
    expect(failures(run)).toEqual([]);
    expect(server.socketsOpened).toBe(0);
  });

  test('speaks to its persona, and without one to nobody', async () => {
    const persona = { platform: 'sms', user: [{ name: 'first_name', value: 'Bo' }] };
    expect(said(await runOf({ flow: greeting.id, persona }))).toEqual(['sms: Bo.']);
    expect(said(await runOf({ flow: greeting.id }))).not.toEqual(['sms: Bo.']);
  });

  test('takes what columns say from its row', async () => {
    const told = { network: 'refused', answers: [{ column: 'answer' }] };
    const expectations = [
      { type: 'variable', path: 'go', value: { column: 'answer' } },
      { type: 'message', text: { text: 'Go, Dr?' } },
    ];
    const run = await runOf({ ...told, expect: expectations }, { title: 'Dr', answer: 'now' });
    expect(run.results.slice(0, 2)).toMatchObject([{ passed: true }, { passed: true }]);
    expect(await ran(told, { title: 'Dr' })).toMatchObject({ ok: false });
    expect(await ran(told)).toMatchObject({ ok: false });
  });
});

describe('a scenario that comes to no end', () => {
  test('for want of an answer says which prompt it was', async () => {
    const [first] = (await runOf({ answers: [] })).results;
    expect(first).toMatchObject({
      at: null,
      passed: false,
      title: 'the prompt "Ask" gets an answer',
      actual: '"Go, ?": the scenario has no answer that is for it',
    });
  });

  test('is stopped after so many nodes, though its waits take no time', async () => {
    const run = await runOf({ flow: round.id, limits: { steps: 500 } });
    expect(run.results[0]).toMatchObject({ passed: false, expected: 'at most 500 nodes' });
    expect(run.results[0]?.actual).toContain('"Later"');
    expect(run.events.at(-1)).toMatchObject({ type: 'run-ended', outcome: 'cancelled' });
  });

  test('is stopped when its time is over', async () => {
    await using silent = await HttpRecorder.start(() => ({ then: 'silence' }));
    const run = await runOf({ limits: { timeoutMs: 300 } }, null, undefined, silent.origin);
    expect(run.results[0]).toMatchObject({
      passed: false,
      expected: 'an end within 300 ms',
      actual: 'it was still under way',
    });
  });

  test('is stopped with everything else', async () => {
    await using silent = await HttpRecorder.start(() => ({ then: 'silence' }));
    const stop = new AbortController();
    const running = runOf({}, null, stop.signal, silent.origin);
    await silent.request();
    stop.abort();
    expect((await running).results[0]).toMatchObject({ passed: false, actual: 'it was interrupted' });
  });
});

test.each<[string, object, string]>([
  ['a flow that is gone', { flow: storyId('fl', 'Gone') }, 'The flow of "Told" is not in the workspace.'],
  [
    'an environment that is gone',
    { environment: storyId('en', 'Gone') },
    'The environment of "Told" is not in the workspace.',
  ],
])('is not run for want of %s, and says so', async (_what, told, sentence) => {
  const outcome = await ran(told);
  expect(outcome.ok ? '' : outcome.failure).toContain(sentence);
});
