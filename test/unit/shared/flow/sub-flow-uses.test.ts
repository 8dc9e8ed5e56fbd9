// Which flows run a flow, what they are told where it goes, and what a run of them may come into.
import { describe, expect, test } from 'vitest';
import { flowsReached } from '#shared/flow/flows-run.ts';
import { placeAtEnds } from '#shared/flow/names-at-ends.ts';
import { namesInNode } from '#shared/flow/names-in-node.ts';
import { renameWhereRun } from '#shared/flow/rename-where-run.ts';
import { removalSentence, usesOfFlow } from '#shared/flow/sub-flow-uses.ts';
import { pickATime, tastingAppointment } from '../../../stories/order-lookup.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const runs = (name: string, ...others: readonly string[]) =>
  storyFlow({
    name,
    nodes: [
      ['Start', 'start', {}],
      ...others.map((other) => [other, 'sub-flow', { flow: storyId('fl', other) }] as const),
    ],
    connections: [],
  });
const a = runs('A', 'B', 'C', 'A');
const b = runs('B', 'C', 'A', 'Gone');
const c = runs('C');
const all = [a, b, c];

describe('flows that run others', () => {
  test('are told where a flow is deleted that they run, but not that flow itself', () => {
    expect(removalSentence([a, b, c], c.id)).toBe('“A” and “B” run it, and fail there until it is back.');
    expect(removalSentence([b, c, runs('D', 'C'), runs('E', 'C')], c.id)).toBe(
      '“B” and 2 more run it, and fail there until it is back.',
    );
    expect(removalSentence([a], a.id)).toBeNull();
    expect(removalSentence([a, b], a.id)).toBe('“B” runs it, and fails there until it is back.');
    expect(usesOfFlow(all, c.id).map(({ flow, node }) => [flow.name, node.name])).toEqual([
      ['A', 'C'],
      ['B', 'C'],
    ]);
  });

  test('reach each flow once, whatever runs in circles, and nothing that is gone', () => {
    const find = (id: string) => all.find((flow) => flow.id === id) ?? null;
    expect(flowsReached(a, find).map(({ name }) => name)).toEqual(['B', 'C']);
    expect(flowsReached(c, find)).toEqual([]);
  });
});

describe('the end of a flow', () => {
  test('has what is set on every way to it, and perhaps what some ways set', () => {
    const flow = storyFlow({
      name: 'Ends',
      nodes: [
        ['Start', 'start', { inputs: [{ name: 'a' }] }],
        ['Ask', 'prompt', { text: '', variable: 'b', limit: 1 }],
        ['Set', 'set-variables', { changes: [{ variable: 'c', value: '1' }] }],
        ['Say', 'message', { text: '' }],
        ['Never', 'set-variables', { changes: [{ variable: 'd', value: '1' }] }],
        ['End', 'end', {}],
      ],
      connections: [
        ['Start', 'next', 'Ask'],
        ['Ask', 'next', 'Set'],
        ['Ask', 'no-answer', 'Say'],
        ['Set', 'next', 'End'],
      ],
    });
    const { always, perhaps } = namesInNode(placeAtEnds(flow));
    expect([...always]).toEqual(['a']);
    expect([...perhaps].sort()).toEqual(['b', 'c']);
  });
});

describe('a rename', () => {
  const booking = tastingAppointment();
  const find = pickATime();
  const asking = (flow: typeof booking | undefined) =>
    flow?.nodes.find((node) => node.kind === 'sub-flow')?.config;

  test('of an input and of what an output reads goes along into the flows that run the flow', () => {
    const day = renameWhereRun([booking, find], find.id, 'day', 'date');
    if (!day.ok) throw new Error(day.failure);
    expect(day.value.map(({ name }) => name)).toEqual(['Tasting appointment']);
    // The value is read over the flow that runs it, whose variable is called as before.
    expect(asking(day.value[0] as typeof booking)).toMatchObject({
      inputs: [{ name: 'date', value: '{{day}}' }],
    });
    const slots = renameWhereRun([booking], find.id, 'slots', 'free');
    if (!slots.ok) throw new Error(slots.failure);
    expect(asking(slots.value[0] as typeof booking)).toMatchObject({
      outputs: [{ variable: 'choices', value: '{{free.body.times}}' }],
    });
  });

  test('changes nothing where nobody asks for the variable, and is refused where two would become one', () => {
    expect(renameWhereRun([booking], find.id, 'time', 'hour')).toEqual({ ok: true, value: [] });
    expect(renameWhereRun([booking], find.id, 'slots', 'day')).toEqual({
      ok: false,
      failure:
        'In the flow "Tasting appointment": "Find time" asks for day already; two variables of one name would become one.',
    });
  });
});
