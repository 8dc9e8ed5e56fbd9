// The Variables view shows huge values in part; small ones must not suffer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewBytes, previewValue } from '#electron/runs/preview-value.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { shapeOfTally } from '#shared/value/value-tally.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { anyValue } from '../../../support/any-value.ts';

const nothing = createScrubber([]);
const secret = 'canary-value-4711';
const scrubber = createScrubber([{ value: secret }, { value: '12345678901234' }]);
const sizeOf = (json: string) => Buffer.byteLength(json);

describe('previewValue', () => {
  test.each<[Value, string]>([
    [null, 'null'],
    [true, 'boolean'],
    [1.5, 'number'],
    [new ExactNumber('1.10'), 'number'],
    ['text', 'text'],
    [[1], 'list'],
    [{ a: 1 }, 'object'],
  ])('gives %j whole, with its type', (value, type) => {
    expect(previewValue(value, nothing)).toEqual({ type, json: writeJson(value), truncated: false });
  });

  test('gives any small value back without a loss', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const preview = previewValue(value, nothing);
        expect(preview.json).toBe(writeJson(value));
        expect(preview.truncated).toBe(false);
      }),
    );
  });

  test.each<[string, Value]>([
    ['a long text', 'ä'.repeat(100_000)],
    ['a text of characters that JSON escapes', '\u0001'.repeat(100_000)],
    ['a text of characters beyond the basic plane', '😀'.repeat(50_000)],
    ['a long list', Array.from({ length: 100_000 }, (_, index) => index)],
    ['a list of empty lists', Array.from({ length: 100_000 }, () => [])],
    [
      'an object of many members',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${String(i)}`, i])),
    ],
    ['an object with a long key', { ['k'.repeat(100_000)]: 1, last: 2 }],
    ['a number of many digits', new ExactNumber('1'.repeat(100_000))],
    ['a text deep inside', { a: [{ b: 'x'.repeat(100_000) }, 'end'] }],
  ])('cuts %s to 64 kB of JSON that can be read', (_, value) => {
    const { json, truncated } = previewValue(value, nothing);
    expect(truncated).toBe(true);
    expect(sizeOf(json)).toBeLessThanOrEqual(previewBytes);
    expect(sizeOf(json)).toBeGreaterThan(previewBytes / 3);
    expect(readJson(json).ok).toBe(true);
  });

  test('ends what it cuts with an ellipsis', () => {
    expect(JSON.parse(previewValue('x'.repeat(100_000), nothing).json)).toMatch(/^x{60000,}…$/);
    const list = JSON.parse(
      previewValue(
        Array.from({ length: 100_000 }, () => 1),
        nothing,
      ).json,
    ) as unknown[];
    expect(list.at(-1)).toBe('…');
  });

  test('holds no secret, neither as text nor as key nor as number', () => {
    const value = { text: `a ${secret} b`, [secret]: 1, list: [secret], digits: 12345678901234 };
    expect(JSON.parse(previewValue(value, scrubber).json)).toEqual({
      text: 'a •••••••• b',
      '••••••••': 1,
      list: ['••••••••'],
      digits: '••••••••',
    });
  });

  test('keeps two members apart whose keys differ only in a secret', () => {
    const value = { [secret]: 1, '12345678901234': 2 };
    expect(Object.values(JSON.parse(previewValue(value, scrubber).json) as object).sort()).toEqual([1, 2]);
  });

  test('holds no part of a secret that lies across the cut', () => {
    for (let at = previewBytes - 120; at < previewBytes; at += 1) {
      const { json } = previewValue('x'.repeat(at) + secret + 'y'.repeat(1000), scrubber);
      expect(json).not.toContain('canary');
      expect(/ca?n?a?r?y?…/.test(json)).toBe(false);
    }
  });

  test('says of what it cuts what the whole looks like, without secrets', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => ({
      sku: `S${String(at)}`,
      note: `for ${secret}`,
    }));
    const { tally } = previewValue({ status: 'success', body: { lines }, [secret]: 1 }, scrubber);
    const shape = tally === undefined ? undefined : shapeOfTally(tally);
    expect([...(shape?.keys.keys() ?? [])]).toEqual(['status', 'body', '••••••••']);
    const line = shape?.keys.get('body')?.keys.get('lines')?.items;
    expect(line?.keys.get('sku')).toMatchObject({ kinds: ['text'], sample: '"S0"' });
    expect(line?.keys.get('note')?.sample).toBe('"for ••••••••"');
    expect(JSON.stringify(tally)).not.toContain(secret);
    expect(previewValue({ small: 1 }, scrubber)).not.toHaveProperty('tally');
  });
});
