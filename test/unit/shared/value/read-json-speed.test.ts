import { describe, expect, it } from 'vitest';
import { readJson } from '#shared/value/read-json.ts';

describe('reading a megabyte of JSON', () => {
  // A ratio and not a time: what counts is that nothing in the reader grows faster than the text.
  it('takes about eight times as long as an eighth of it', () => {
    const rows = (count: number) => JSON.stringify(Array.from({ length: count }, row));
    const small = rows(1250);
    const large = rows(10_000);
    expect(large.length).toBeGreaterThan(1_000_000);
    readJson(small);
    const ratio = fastest(large) / fastest(small);
    expect(ratio).toBeLessThan(32);
  });
});

function row(_: unknown, index: number): unknown {
  return {
    id: index,
    sku: `kettle-${index}`,
    price: index / 7,
    tags: ['a', 'b\n', 'ü'],
    note: null,
    stock: true,
    text: 'x'.repeat(20),
  };
}

function fastest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    readJson(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}
