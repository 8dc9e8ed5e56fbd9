// Run state holds references to large bodies; templates have to walk through them as through values.
import { describe, expect, test } from 'vitest';
import { LargeBodies } from '#electron/runs/response-state.ts';
import { bodyReferenceIn, largestInlineBody } from '#shared/interpreter/body-reference.ts';
import { variableReader } from '#shared/interpreter/variable-reader.ts';
import type { ResponseVariable } from '#shared/response/response-variable.ts';
import type { PlainJson } from '#shared/value/value-codec.ts';

const variable: ResponseVariable = {
  status: 'success',
  status_code: 200,
  body: { name: 'Ana', $body: 'data' },
  headers: { 'set-cookie': ['a=1'] },
  timestamp: '2026-03-12T12:00:00.000Z',
  raw: '{"name":"Ana","$body":"data"}',
};
const json = { kind: 'json', contentType: 'application/json' } as const;
const member = (plain: PlainJson, key: string) => (plain as Record<string, PlainJson>)[key];

describe('LargeBodies', () => {
  test('leaves a small body in the state', () => {
    const bodies = new LargeBodies();
    const plain = bodies.encode(variable, { ...json, sizeBytes: largestInlineBody });
    expect(variableReader(bodies.read)({ got: plain })).toEqual({ got: variable });
    expect(bodyReferenceIn(member(plain, 'body'))).toBeNull();
  });

  test('refers to a large one, and to its text', () => {
    const bodies = new LargeBodies();
    const sizeBytes = largestInlineBody + 1;
    const plain = bodies.encode(variable, { ...json, sizeBytes });
    expect(bodyReferenceIn(member(plain, 'body'))).toMatchObject({
      size: sizeBytes,
      contentType: 'application/json',
    });
    expect(bodyReferenceIn(member(plain, 'raw'))).not.toBeNull();
    expect(JSON.stringify(plain).length).toBeLessThan(400);
    expect(variableReader(bodies.read)({ got: JSON.parse(JSON.stringify(plain)) as PlainJson })).toEqual({
      got: variable,
    });
  });

  test('does not make up a text that was not asked for', () => {
    const { raw: _, ...without } = variable;
    const plain = new LargeBodies().encode(without, { ...json, sizeBytes: largestInlineBody + 1 });
    expect(plain).not.toHaveProperty('raw');
  });

  test('leaves large bytes to their file', () => {
    const binary = { ...variable, body: { content_type: 'image/png', size: 2_000_000, file: '/x' } };
    const { raw: _, ...without } = binary;
    const plain = new LargeBodies().encode(without, {
      kind: 'binary',
      contentType: 'image/png',
      sizeBytes: 2_000_000,
    });
    expect(member(plain, 'body')).toEqual(without.body);
  });

  test('knows the bodies of the run whose past it shares, and keeps its own to itself', () => {
    const first = new LargeBodies();
    const handleOf = (bodies: LargeBodies) =>
      bodyReferenceIn(member(bodies.encode(variable, { ...json, sizeBytes: largestInlineBody + 1 }), 'body'))
        ?.$body ?? '';
    const old = handleOf(first);
    const second = new LargeBodies(first);
    expect(second.read(old)).toEqual(variable.body);
    const own = handleOf(second);
    expect(own).not.toBe(old);
    expect(first.read(own)).toBeNull();
    expect(second.sizeBytes).toBeGreaterThan(first.sizeBytes);
  });
});
