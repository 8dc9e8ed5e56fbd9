// Every story of the example against the sample API, and once more with the server gone, against what was recorded of it.
import { afterEach, describe, expect, test } from 'vitest';
import { eventFeed } from '#electron/cli/event-feed.ts';
import { runWithAnswers } from '#electron/cli/run-with-answers.ts';
import type { RunHostPorts } from '#electron/runs/run-ports.ts';
import { startSampleApi, type SampleApi } from '#electron/sample/sample-api.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { exampleStories, type ExampleStory } from '../../stories/example-stories.ts';
import { exampleDocuments, exampleFlows } from '../../stories/order-lookup.ts';
import { hostRuns, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { playedCalls, recordedCalls } from '../../support/recorded-story.ts';

const documents = [...exampleDocuments().values()];
const local = documents.find((each) => each.format === 'flowbench.environment' && each.name === 'local');

let shop: SampleApi | null = null;
const hosts: HostedRuns[] = [];
afterEach(async () => {
  for (const hosted of hosts.splice(0)) {
    await hosted.close();
    expect(hosted.defects).toEqual([]);
  }
  await shop?.close();
});

/** Goes through a story at an address, with something in the place of the server or without. */
async function told(
  { answers, flow: name, inputs = {} }: ExampleStory,
  url: string,
  standIns?: RunHostPorts['standIns'],
) {
  const flow = exampleFlows().find((each) => each.name === name);
  if (flow === undefined || local?.format !== 'flowbench.environment') throw new Error('Not in the example.');
  const feed = eventFeed();
  const names = () => ({ sample: { url } });
  const hosted = await hostRuns({
    documents,
    ports: { publish: feed.publish, names, ...(standIns === undefined ? {} : { standIns }) },
  });
  hosts.push(hosted);
  const run = { flowId: flow.id, environmentId: local.id, inputs, answers };
  const ran = await runWithAnswers(hosted.host, feed, run);
  if (!ran.ok) throw new Error(ran.failure);
  expect(ran.value).toMatchObject({ lackedAnswer: false, end: { outcome: 'ended' } });
  return { host: hosted.host, events: ran.value.events };
}

const saidIn = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'said' ? [event.text] : []));

function viewOf(events: readonly RunEvent[]): RunView {
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  if (view === undefined) throw new Error('Nothing happened.');
  return view;
}

test('the example has a story for each of its flows', () => {
  const told = new Set(exampleStories.map(({ flow }) => flow));
  expect(
    exampleFlows()
      .map(({ name }) => name)
      .filter((name) => !told.has(name)),
  ).toEqual([]);
});

describe.each(exampleStories)('$flow: $name', (story) => {
  test('is the same with its server and with what was recorded of it', { timeout: 30_000 }, async () => {
    shop = await startSampleApi();
    const { url } = shop;
    const live = await told(story, url);
    expect(saidIn(live.events).at(-1) ?? null).toBe(story.last);
    const view = viewOf(live.events);
    const recorded = await recordedCalls(view, (handle) =>
      wholeBodyOf(live.host, view.runId as never, handle),
    );
    expect(recorded.length).toBeGreaterThan(0);
    await shop.close();
    await expect(fetch(url)).rejects.toThrow();
    const played = await told(story, url, () => playedCalls(recorded));
    expect(comparable(played.events)).toEqual(comparable(live.events));
  });
});

/** Attempts that were turned away are played as faults, which keep their status and nothing else. */
const turnedAway: readonly (number | null)[] = [429, 503];

/** What differs by its nature: when it was, which connection it took, and that something stood in. */
const differs = (key: string): boolean =>
  ['at', 'standIn', 'remoteAddress', 'reusedConnection'].includes(key) || key.endsWith('Ms');

/** What has to be the same in both runs: all else, event by event. */
function comparable(events: readonly RunEvent[]): readonly unknown[] {
  return events
    .filter(({ type }) => type !== 'exchange-phase')
    .map(({ runId, seq: _seq, ...event }) => {
      const isFault = event.type === 'response-head' && turnedAway.includes(event.statusCode);
      const told = JSON.stringify(isFault ? { ...event, headers: [] } : event).replaceAll(runId, 'rn_');
      return JSON.parse(told, (key, value: unknown) =>
        differs(key) ? undefined : withoutTimes(value),
      ) as unknown;
    });
}

const withoutTimes = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '…') : value;
