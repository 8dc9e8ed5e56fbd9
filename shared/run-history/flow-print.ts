import type { Flow } from '../flow/flow.ts';

/**
 * A short text that two versions of a flow share as long as they run alike: names and places of nodes may differ, what the
 * nodes do and how they are connected may not. For telling apart, not for proving: 53 bits.
 */
export function flowPrint({ connections, errorNode, nodes, strict }: Flow): string {
  const doing = nodes
    .filter(({ kind }) => (kind as string) !== 'note')
    .map(({ config, id, kind }) => [id, kind, config] as const)
    .sort(([one], [other]) => compare(one, other));
  const ways = connections
    .map(({ from, to }) => `${from.node} ${from.exit} ${to}`)
    .sort((one, other) => compare(one, other));
  return hashOf(JSON.stringify([strict, errorNode, doing, ways], sortedKeys));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => compare(one, other)));
}

// Two interleaved 32-bit multiplicative hashes, of which 53 bits fit a number.
function hashOf(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
