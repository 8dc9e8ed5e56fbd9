// The list of nodes to add is searched by typing; what comes first is what Enter takes.
import { expect, test } from 'vitest';
import { matchingItems } from '../../../../../renderer/features/canvas/matching-items.ts';

const items = [
  { key: 'api-call', icon: 'api-call', label: 'API Call', context: 'sends a request' },
  { key: 'message', icon: 'message', label: 'Message', context: 'says a text' },
  { key: 'end', icon: 'end', label: 'End', context: 'ends the run' },
] as const;

const found = (text: string) => matchingItems(items, text).map(({ key }) => key);

test('a label that begins with the text comes before a context that holds it', () => {
  expect(found('end')).toEqual(['end', 'api-call']);
});

test('case and spaces round the text do not matter, and no text finds all in their order', () => {
  expect(found('  MESS ')).toEqual(['message']);
  expect(found('')).toEqual(['api-call', 'message', 'end']);
});

test('what is nowhere finds nothing', () => {
  expect(found('loop')).toEqual([]);
});
