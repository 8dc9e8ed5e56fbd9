// The first version of scenarios opens for ever, and is written as it was read; mistakes in one are told by their place.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';

const file = 'scenarios/order-lookup/happy-path.json';
const text = readFileSync(
  new URL(`../../../fixtures/workspaces/v1-scenarios/${file}`, import.meta.url),
  'utf8',
);

function opened(from: string) {
  const read = readDocument(file, from);
  if (!read.ok || read.value.content.format !== 'flowbench.scenario') throw new Error('No scenario.');
  return { scenario: read.value.content, read: read.value };
}

describe('a scenario of version 1', () => {
  it('opens, and is written byte for byte as it was', () => {
    const { read, scenario } = opened(text);
    expect(scenario).toMatchObject({ name: 'Happy path', seed: 4711, limits: { steps: 10_000 } });
    expect(writeDocument(scenario, read)).toBe(text);
  });

  it('keeps keys of a newer version in its file', () => {
    const { read, scenario } = opened(text.replace('"seed": 4711', '"seed": 4711,\n  "weather": "fine"'));
    const written = writeDocument({ ...scenario, seed: 1 } satisfies Scenario, read);
    expect(JSON.parse(written)).toMatchObject({ seed: 1, weather: 'fine' });
  });

  it('needs little to be one', () => {
    const least = { format: 'flowbench.scenario', version: 1, id: 'sc_happypathhap', name: 'Least' };
    const { scenario } = opened(JSON.stringify({ ...least, flow: 'fl_orderlookupo' }));
    expect(scenario).toMatchObject({
      answers: [],
      expect: [],
      network: 'allowed',
      seed: 1,
      environment: null,
    });
    expect(scenario).not.toHaveProperty('snapshot');
  });
});

describe('a mistake in a scenario', () => {
  it.each([
    ['a kind of expectation that there is not', '"type": "calls"', '"type": "sms"', 'expect[5].type: '],
    [
      'a node that is no id',
      '"nd_ordernumbero", "nd_getordergeto"',
      '"Order number"',
      'expect[4].nodes[0]: must look like nd_',
    ],
    ['a way to compare that there is not', '"is": "matches"', '"is": "like"', 'expect[0].text.is: '],
    ['a clock that is none', '2026-03-12T12:00:00.000Z', 'noon', 'clock: '],
    ['a seed below 0', '4711', '-1', 'seed: '],
    ['a newer version', '"version": 1', '"version": 2', 'was written by a newer Flowbench (version 2'],
  ])('is told by its place: %s', (_what, from, to, place) => {
    const compact = JSON.stringify(JSON.parse(text)).replaceAll('":', '": ').replaceAll(',"', ', "');
    expect(compact).toContain(from);
    const read = readDocument(file, compact.replace(from, to));
    expect(read.ok ? 'it was read' : read.failure.message).toContain(place);
  });
});
