// The chat of the example where it is not answered: a wrong key, a model that stays busy, and one that is not there.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunId } from '#shared/ids/ids.ts';
import type { Fault } from '#shared/stand-in/fault.ts';
import { exampleEndpointsAt, startCountedShop } from '../../stories/counted-shop.ts';
import { exampleDocuments, teaChat } from '../../stories/order-lookup.ts';
import { nodeNamed } from '../../stories/story-flow.ts';
import type { StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';

const flow = teaChat();
const [local] = [...exampleDocuments().values()].flatMap((each) =>
  each.format === 'flowbench.environment' && each.name === 'local' ? [each] : [],
);
if (local === undefined) throw new Error('The example has no environment "local".');

let shop: StoryServer;
let runs: HostedRuns;
/** How many attempts each call of the last talk took. */
let attempts: readonly number[];
beforeEach(async () => {
  shop = await startCountedShop();
});
afterEach(async () => {
  await runs.close();
  expect(runs.defects).toEqual([]);
  await shop.close();
});

interface Talk {
  readonly answers: readonly string[];
  readonly key?: string;
  readonly fault?: Fault;
}

/** Talks with the chat to its end; gives what was said and asked, in order. */
async function talked({ answers, fault, key = 'sample-token-4711' }: Talk): Promise<readonly string[]> {
  const values = local!.values.map((each) => (each.name === 'chat_key' ? { ...each, value: key } : each));
  const documents = [flow, { ...local!, values }, ...exampleEndpointsAt(shop.url)];
  runs = await hostRuns({ documents });
  const standIns =
    fault === undefined
      ? {}
      : { [nodeNamed(flow, 'Ask').id]: { type: 'fault', fault, attempts: 'all', then: null } as const };
  const start = { flowId: flow.id, environmentId: local!.id, inputs: {}, standIns };
  const runId: RunId = startedRun(runs.host.start(start));
  for (const [at, text] of answers.entries()) {
    await expect.poll(() => runs.eventsOf(runId, 'asked').length).toBe(at + 1);
    expect(runs.host.answer({ runId, text })).toEqual({ ok: true, value: null });
  }
  expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
  attempts = runs.eventsOf(runId, 'call-ended').map((event) => event.attempts);
  return runs
    .events(runId)
    .flatMap((event) => (event.type === 'said' || event.type === 'asked' ? [event.text] : []))
    .slice(2);
}

test('every request holds the whole conversation, with each text as it was typed', async () => {
  const texts = ['What does a "mug" cost?', 'A \\, a {{brace}},\n\ttwo lines, 🍵', 'bye'];
  await talked({ answers: texts });
  const sent = shop.requests.map(({ body }) => JSON.parse(body) as { messages: object[] });
  const system = { role: 'system', content: 'You answer the customers of Acme Shop.' };
  const first = { role: 'user', content: texts[0] };
  expect(sent).toEqual([
    { model: 'tea-1', messages: [system, first] },
    {
      model: 'tea-1',
      messages: [
        system,
        first,
        { role: 'assistant', content: 'Enamel mug, blue: 12.50 EUR.' },
        { role: 'user', content: texts[1] },
      ],
    },
  ]);
  expect(shop.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer sample-token-4711',
    'Bearer sample-token-4711',
  ]);
});

test('a wrong key ends it in words', async () => {
  expect(await talked({ answers: ['What does a mug cost?'], key: 'nonsense' })).toEqual([
    'I may not ask: the key is not the right one. Look at chat_key in the environment.',
  ]);
  expect(shop.requests).toHaveLength(1);
});

test('a model that stays busy is asked three times, and once more where the person wants it', async () => {
  const fault: Fault = { kind: 'status', statusCode: 429, body: '{}', retryAfterS: 0 };
  const busy = 'Too many people are asking right now. Shall I ask again?';
  const answers = ['What does a mug cost?', 'Yes, ask again', 'No, something else', 'goodbye'];
  expect(await talked({ answers, fault })).toEqual([
    busy,
    busy,
    'What else would you like to know?',
    'Goodbye!',
  ]);
  expect(attempts).toEqual([3, 3]);
});

test('a model that is not there ends it in words', async () => {
  const fault: Fault = { kind: 'status', statusCode: 404, body: '{}' };
  expect(await talked({ answers: ['What does a mug cost?'], fault })).toEqual([
    'I cannot be reached right now. Please try again later.',
  ]);
});
