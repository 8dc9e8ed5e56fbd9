// Prepared answers must go to the prompts in order, and a run without enough of them must end.
import { afterEach, describe, expect, test } from 'vitest';
import { eventFeed } from '#electron/cli/event-feed.ts';
import { runWithAnswers } from '#electron/cli/run-with-answers.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { hostRuns, type HostedRuns } from '../../../support/host-runs.ts';

const flow = storyFlow({
  name: 'Two questions',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'title' }] }],
    ['Count', 'prompt', { text: '{{title}}?', answerType: 'number', variable: 'count', limit: 2 }],
    ['Name', 'prompt', { text: 'Name?', variable: 'name' }],
    ['Thanks', 'message', { text: '{{count}} {{name}}' }],
    ['Nothing', 'message', { text: 'Nothing' }],
  ],
  connections: [
    ['Start', 'next', 'Count'],
    ['Count', 'next', 'Name'],
    ['Count', 'no-answer', 'Nothing'],
    ['Name', 'next', 'Thanks'],
    ['Name', 'no-answer', 'Nothing'],
  ],
});

let runs: HostedRuns | null = null;
afterEach(async () => {
  await runs?.close();
});

async function run(
  answers: readonly string[],
  inputs: Record<string, string> = { title: 'How many' },
  of = flow,
) {
  const feed = eventFeed();
  runs = await hostRuns({ documents: [of], ports: { publish: feed.publish } });
  return runWithAnswers(runs.host, feed, { flowId: of.id, environmentId: null, inputs, answers });
}

const said = (ran: Awaited<ReturnType<typeof run>>) =>
  ran.ok ? ran.value.events.flatMap((event) => (event.type === 'said' ? [event.text] : [])) : [];

describe('runWithAnswers', () => {
  test('answers one prompt after the other', async () => {
    const ran = await run(['3', 'Ana']);
    expect(said(ran)).toEqual(['3 Ana']);
    expect(ran).toMatchObject({ ok: true, value: { end: { outcome: 'ended' }, lackedAnswer: false } });
  });

  test('gives the next answer after a refused one', async () => {
    expect(said(await run(['three', '3', 'Ana']))).toEqual(['3 Ana']);
  });

  test('does not answer a prompt that was given up', async () => {
    const ran = await run(['three', 'four', 'not asked for']);
    expect(said(ran)).toEqual(['Nothing']);
    expect(ran).toMatchObject({ value: { end: { outcome: 'ended' }, lackedAnswer: false } });
  });

  test('cancels a run that asks for more answers than there are', async () => {
    const ran = await run(['3']);
    expect(ran).toMatchObject({ value: { end: { outcome: 'cancelled' }, lackedAnswer: true } });
  });

  test('keeps every event in order', async () => {
    const ran = await run(['3', 'Ana']);
    const numbers = ran.ok ? ran.value.events.map(({ seq }) => seq) : [];
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(numbers.length).toBeGreaterThan(10);
  });

  test('says why a run did not begin', async () => {
    expect(await run([], {})).toEqual({ ok: false, failure: 'title needs a value.' });
    const feed = eventFeed();
    const nobody = { flowId: storyId('fl', 'nobody'), environmentId: null, inputs: {}, answers: [] };
    expect(await runWithAnswers(runs!.host, feed, nobody)).toMatchObject({ ok: false });
  });
  test('picks choices by label and by number', async () => {
    const [fast, slow] = [storyId('ch', 'Fast'), storyId('ch', 'Slow')];
    const choosing = storyFlow({
      name: 'Choosing',
      nodes: [
        ['Start', 'start', {}],
        [
          'How',
          'prompt',
          {
            text: 'How?',
            answerType: 'choice',
            variable: 'how',
            choices: [
              { id: fast, label: 'Fast', value: 'express' },
              { id: slow, label: 'Slow', value: '' },
            ],
          },
        ],
        ['Hurry', 'message', { text: 'Hurry: {{how}}' }],
        ['Wait', 'message', { text: 'Wait: {{how}}' }],
      ],
      connections: [
        ['Start', 'next', 'How'],
        ['How', fast, 'Hurry'],
        ['How', 'next', 'Wait'],
      ],
    });
    expect(said(await run(['fast'], {}, choosing))).toEqual(['Hurry: express']);
    await runs?.close();
    expect(said(await run(['by air', '2'], {}, choosing))).toEqual(['Wait: Slow']);
  });
});

test('a feed passes on to all who listen, until they stop', () => {
  const feed = eventFeed();
  const heard: string[] = [];
  const stop = feed.listen(() => heard.push('one'));
  feed.listen(() => heard.push('other'));
  feed.publish([]);
  stop();
  feed.publish([]);
  expect(heard).toEqual(['one', 'other', 'other']);
});
