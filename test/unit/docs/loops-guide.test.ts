// The recipe of the guide to loops is the flow that the tests run against a server: told otherwise it would not be tried.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeKindTitles } from '#shared/nodes/node.ts';
import { allOrders } from '../../stories/all-orders.ts';

const guide = readFileSync(new URL('../../../docs/guides/loops.md', import.meta.url), 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const texts = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each);
const nodes = allOrders().nodes;
const nodeOf = (name = '') => nodes.find((node) => node.name === name);

test('names the nodes of the story that it is about, each of its kind', () => {
  expect(rows.length).toBe(6);
  for (const [name, kind] of rows) {
    const node = nodeOf(texts(name)[0]);
    expect(node === undefined ? name : nodeKindTitles[node.kind]).toBe(kind);
  }
});

test.each(rows.map(([name = '', , settings = '', exits = '']) => [name, settings, exits] as const))(
  'sets %s as the story does, and leads it to the same nodes',
  (name, settings, exits) => {
    const node = nodeOf(texts(name)[0]);
    const config = JSON.stringify(node?.config).replaceAll('\\"', '"');
    for (const text of texts(settings).flatMap((each) => each.split(/^(?:GET) /)))
      expect(config).toContain(text);
    const targets = allOrders()
      .connections.filter(({ from }) => from.node === node?.id)
      .map(({ to }) => nodes.find(({ id }) => id === to)?.name);
    for (const target of texts(exits)) expect(targets).toContain(target);
  },
);
