// What is offered for names and values of headers, and when a repeated one is worth a word.
import { describe, expect, it } from 'vitest';
import { headerNames, headerValues, repeatedHeaders } from '#shared/request/header-advice.ts';
import { headerValueProblem, isReservedHeader, isToken } from '#shared/request/header-checks.ts';
import { knownHeader, knownHeaders } from '#shared/request/known-headers.ts';

describe('the known headers', () => {
  it('are each there once, with a sentence', () => {
    const names = knownHeaders.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { name, meaning } of knownHeaders) expect(meaning, name).toMatch(/^[A-Z].*\.$/);
  });

  it('can be sent as they are offered', () => {
    for (const { name, values } of knownHeaders) {
      expect(isToken(name), name).toBe(true);
      expect(isReservedHeader(name, '', 'shop.example'), name).toBe(false);
      for (const value of values) expect(headerValueProblem(value), `${name}: ${value}`).toBeNull();
    }
  });

  it('are found whatever their case', () => {
    expect(knownHeader(' content-TYPE ')?.name).toBe('Content-Type');
    expect(knownHeader('X-Nobody')).toBeUndefined();
  });
});

describe('suggestions for headers', () => {
  it('are names with what they mean', () => {
    expect(headerNames).toContainEqual({
      text: 'Accept',
      detail: 'Which kinds of content the answer may have.',
    });
  });

  it('are values that fit the name', () => {
    expect(headerValues('accept')).toContainEqual({ text: 'application/json' });
    expect(headerValues('prefer').map(({ text }) => text)).toContain('return=minimal');
    expect(headerValues('X-Nobody')).toEqual([]);
  });
});

describe('a header that is there more than once', () => {
  it('is told where a request may have it once', () => {
    const hints = repeatedHeaders(['Content-Type', 'X-Other', 'content-type']);
    expect([...hints.keys()]).toEqual([0, 2]);
    expect(hints.get(0)).toBe(
      'Content-Type stands here twice; a request has it once, and servers read only one of them.',
    );
  });

  it.each([
    ['values that add up', ['Accept', 'Accept']],
    ['names that are not known', ['X-Tag', 'X-Tag']],
    ['a row that is off', ['Content-Type', null]],
    ['empty names', ['', '']],
  ])('is no news for %s', (_, names) => {
    expect(repeatedHeaders(names).size).toBe(0);
  });
});
