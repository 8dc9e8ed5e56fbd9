// Inputs are typed as text; what each type takes is decided here for window and command line alike.
import { describe, expect, test } from 'vitest';
import { fitInputValue, readInputText, type InputType } from '#shared/interpreter/read-input.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';

const good = (value: Value) => ({ ok: true, value });
const bad = (failure: string) => ({ ok: false, failure });

describe('a text given for an input', () => {
  test.each<[InputType, string, object]>([
    ['text', '', good('')],
    ['text', ' 12 ', good(' 12 ')],
    ['number', '12', good(12)],
    ['number', '12345678901234567890', good(new ExactNumber('12345678901234567890'))],
    ['number', 'twelve', bad('not a number')],
    ['boolean', 'true', good(true)],
    ['boolean', ' False ', good(false)],
    ['boolean', 'constructor', bad('neither true nor false')],
    ['boolean', '1', bad('neither true nor false')],
    ['json', '{"a":[1.10]}', good({ a: [new ExactNumber('1.10')] })],
    ['json', 'null', good(null)],
    ['json', '{\n"a" 1}', bad('not JSON (line 2, column 5)')],
  ])('as %s: %j', (type, text, outcome) => {
    expect(readInputText(type, text)).toEqual(outcome);
  });
});

describe('a typed value for an input', () => {
  test.each<[InputType, Value, object]>([
    ['text', 'a', good('a')],
    ['text', 12, good('12')],
    ['text', [1, true], good('[1,true]')],
    ['text', null, good(null)],
    ['number', 12, good(12)],
    ['number', new ExactNumber('1.10'), good(new ExactNumber('1.10'))],
    ['number', '12', good(12)],
    ['number', true, bad('not a number')],
    ['number', null, good(null)],
    ['boolean', false, good(false)],
    ['boolean', 'true', good(true)],
    ['boolean', 0, bad('neither true nor false')],
    ['json', { a: 1 }, good({ a: 1 })],
    ['json', '{"a":1}', good('{"a":1}')],
  ])('for %s: %j', (type, value, outcome) => {
    expect(fitInputValue(type, value)).toEqual(outcome);
  });
});
