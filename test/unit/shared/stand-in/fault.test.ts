// Every kind of fault has a form, a name and a way back from JSON.
import { describe, expect, it } from 'vitest';
import { faultKinds, faultSchema } from '#shared/stand-in/fault.ts';
import { faultForAttempts, faultKindWords, faultName } from '#shared/stand-in/fault-words.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';

describe('a fault', () => {
  it('of every kind of the schema is in the list of kinds, each once', () => {
    const kinds = faultSchema.options.map(({ shape }) => shape.kind.value);
    expect([...faultKinds].sort()).toEqual([...kinds].sort());
    expect(Object.keys(faultKindWords).sort()).toEqual([...kinds].sort());
  });

  it.each(faultKinds)('of the kind %s begins with something that can be set at once', (kind) => {
    const fault = newFault(kind);
    expect(faultSchema.parse(JSON.parse(JSON.stringify(fault)))).toEqual(fault);
    expect(faultName(fault)).not.toBe('');
  });

  it('says for how many attempts it is', () => {
    const fault = newFault('refused');
    expect(faultForAttempts(fault, 'all')).toBe('connection refused');
    expect(faultForAttempts(fault, 1)).toBe('connection refused, first attempt');
    expect(faultForAttempts(fault, 3)).toBe('connection refused, first 3 attempts');
    expect(faultForAttempts(newFault('exception'), 3)).toBe('secrets locked');
  });
});
