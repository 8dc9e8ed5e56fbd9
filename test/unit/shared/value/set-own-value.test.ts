// Keys come from servers, and some of them are names that JavaScript treats in its own way.
import { describe, expect, it } from 'vitest';
import { setOwnValue } from '#shared/value/set-own-value.ts';

describe('giving an object a key', () => {
  it.each(['a', '__proto__', 'constructor'])('makes %s its own', (key) => {
    const object: Record<string, unknown> = {};
    setOwnValue(object, key, { x: 1 });
    expect(Object.keys(object)).toEqual([key]);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    setOwnValue(object, key, 2);
    expect(Object.values(object)).toEqual([2]);
  });
});
