// The scenarios of the example and their fixtures are sound: as the program writes them, about nodes that there are.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flowsReached } from '#shared/flow/flows-run.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { exampleFlows, exampleFolder } from '../../stories/order-lookup.ts';

const files = ['scenarios', 'fixtures'].flatMap((kind) =>
  readdirSync(path.join(exampleFolder, kind), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${kind}/${file}`),
);
const text = (file: string) => readFileSync(path.join(exampleFolder, file), 'utf8');
const document = (file: string) => {
  const read = readDocument(file, text(file));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.content;
};
const scenarios = files
  .map(document)
  .filter((each): each is Scenario => each.format === 'flowbench.scenario');
const fixtures = files.map(document).filter((each) => each.format === 'flowbench.fixture');

const flowOf = (id: FlowId) => exampleFlows().find((each) => each.id === id) ?? null;

describe('the scenarios of the example', () => {
  test.each(files)('are stored as the application writes them: %s', (file) => {
    expect(text(file)).toBe(writeDocument(document(file), null));
  });

  test('are of seven flows that there are, and none needs the network', () => {
    const names = new Map(exampleFlows().map(({ id, name }) => [id, name]));
    expect([...new Set(scenarios.map(({ flow }) => names.get(flow)))].sort()).toEqual([
      'Order lookup',
      'Pay an order',
      'Pick a time',
      'Support',
      'Tasting appointment',
      'Tea chat',
      'User greeting',
    ]);
    expect(scenarios.filter(({ network }) => network !== 'refused')).toEqual([]);
  });

  test('name nodes of their flow and of those that it runs, and fixtures that are for them', () => {
    for (const scenario of scenarios) {
      const flow = exampleFlows().find(({ id }) => id === scenario.flow);
      const flows = flow === undefined ? [] : [flow, ...flowsReached(flow, flowOf)];
      const known = new Set<string>(flows.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
      const named = JSON.stringify(scenario).match(/nd_[a-z2-7]{12}/g) ?? [];
      expect(named.filter((id) => !known.has(id))).toEqual([]);
      const used = JSON.stringify(scenario.standIns).match(/fx_[a-z2-7]{12}/g) ?? [];
      const own = fixtures
        .filter((each) => flows.some(({ id }) => id === each.flow))
        .map(({ id }) => id as string);
      expect(used.filter((id) => !own.includes(id))).toEqual([]);
    }
  });

  test('use every fixture that there is', () => {
    const used = JSON.stringify(scenarios);
    expect(fixtures.length).toBeGreaterThan(5);
    expect(fixtures.filter(({ id }) => !used.includes(id)).map(({ name }) => name)).toEqual([]);
  });
});
