// What helpers give for the inputs that their examples do not show.
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { anyDouble, anyText } from '../../../../support/any-value.ts';
import { templateScope } from '../../../../support/template-scope.ts';

describe('comparison', () => {
  it.each([
    ['lt a b', { a: 9, b: 10 }, true],
    ['lt a b', { a: '9', b: '10' }, false],
    ['lt a b', { a: '9', b: 10 }, false],
    ['gte a b', { a: new ExactNumber('1.0'), b: 1 }, true],
    ['gt a b', { a: new ExactNumber('9007199254740993'), b: 9007199254740992 }, true],
    ['gt a b', { a: null, b: 0 }, false],
    ['lte a b', { a: [1], b: [2] }, false],
    ['eq a b', { a: [1, { x: 'y', z: 2 }], b: [new ExactNumber('1.0'), { z: 2, x: 'y' }] }, true],
    ['eq a b', { a: [1], b: [1, 2] }, false],
    ['ne a b', { a: null, b: false }, true],
    ['and a b c', { a: 1, b: 'x', c: [0] }, true],
    ['and a b c', { a: 1, b: 'x', c: [] }, false],
    ['or a b nobody', { a: 0, b: '' }, false],
    ['not a', { a: new ExactNumber('-0.00') }, true],
    ['not a', { a: new ExactNumber('0E5') }, true],
    ['not a', { a: new ExactNumber('0.10') }, false],
    ['not a', { a: {} }, false],
  ])('%s of %j', (call, variables, result) => {
    expect(valueOf(call, variables)).toBe(result);
  });
});

describe('numbers', () => {
  it.each([
    ['add a 1', { a: new ExactNumber('12345678901234567890') }, new ExactNumber('12345678901234567891')],
    ['add a b', { a: 0.1, b: 0.2 }, 0.3],
    ['add a b', { a: '5', b: ' 6' }, 11],
    ['add a b', { a: null, b: 1 }, null],
    ['subtract 1 1.10', {}, -0.1],
    ['subtract a a', { a: new ExactNumber('1.10') }, 0],
    ['multiply 1e999 1', { '1e999': 3 }, 3],
    ['multiply a a', { a: 1e-7 }, 1e-14],
    ['multiply a -3', { a: 33333333333 }, -99999999999],
    ['divide 1 8', {}, 0.125],
    ['divide 2 3', {}, 2 / 3],
    ['divide a 10', { a: new ExactNumber('12345678901234567890') }, new ExactNumber('1234567890123456789')],
    ['round 1.005 2', {}, 1.01],
    ['round -2.5', {}, -3],
    ['round 2.4', {}, 2],
    ['round 1200', {}, 1200],
    ['floor -2.1', {}, -3],
    ['floor 2.99 1', {}, 2.9],
    ['ceil -2.9', {}, -2],
    ['ceil 2.01', {}, 3],
    ['round nobody', {}, null],
  ])('%s', (call, variables, result) => {
    expect(valueOf(call, variables)).toEqual(result);
  });

  it('add and subtract undo each other exactly', () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, (a, b) => {
        fc.pre(Math.abs(a) < 1e300 && Math.abs(b) < 1e300);
        expect(valueOf('subtract (add a b) b', { a, b })).toBe(a);
      }),
    );
  });

  it('round is at most half a place away', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 5 }),
        (a, places) => {
          const rounded = Number(valueOf('round a places', { a: Object.is(a, -0) ? 0 : a, places }));
          expect(Math.abs(rounded - a)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-6);
        },
      ),
    );
  });
});

describe('texts', () => {
  it.each([
    ['replace "a.b.c" "." "-"', {}, 'a-b-c'],
    ['replace "abc" "" "-"', {}, 'abc'],
    ['replace "$1" "$" "$&"', {}, '$&1'],
    ['split "a,b,,c" ","', {}, ['a', 'b', '', 'c']],
    ['join list "-"', { list: [1, null, ['x'], new ExactNumber('1.10')] }, '1--["x"]-1.10'],
    ['join nobody "-"', {}, ''],
    ['substring "Flowbench" 4', {}, 'bench'],
    ['substring "Flowbench" -5 -1', {}, 'benc'],
    ['substring 12345 1 3', {}, '23'],
    ['length "añ😀"', {}, 4],
    ['length o', { o: { a: 1, b: 2 } }, 2],
    ['length nobody', {}, 0],
    ['contains list 1', { list: [new ExactNumber('1.0')] }, true],
    ['contains list "1"', { list: [1] }, false],
    ['contains "abc" "bc"', {}, true],
    ['padStart "7" 3', {}, '  7'],
    ['padStart "1234" 3 "0"', {}, '1234'],
    ['upper "straße"', {}, 'STRASSE'],
    ['trim text', { text: '\u00a0 a \n' }, 'a'],
  ])('%s', (call, variables, result) => {
    expect(valueOf(call, variables)).toEqual(result);
  });

  it('split and join undo each other', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(',', ' ', 'a', '::'), (text, separator) => {
        expect(valueOf('join (split text separator) separator', { text, separator })).toBe(text);
      }),
    );
  });
});

describe('lists and objects', () => {
  const lines = [{ sku: 'b', price: new ExactNumber('2.50') }, { sku: 'a', price: 10 }, { price: 2.5 }];
  it.each([
    ['first list', { list: [] }, null],
    ['last list', { list: [1, 2] }, 2],
    ['at list 5', { list: [1] }, null],
    ['lookup o "a.b"', { o: { 'a.b': 1, a: { b: 2 } } }, 1],
    ['lookup list "length"', { list: [1, 2] }, 2],
    ['range 1 3', {}, [1, 2, 3]],
    ['range "-1" n', { n: 1 }, [-1, 0, 1]],
    ['range 2 1', {}, []],
    ['pluck lines "sku"', { lines }, ['b', 'a', null]],
    ['pluck list "a.b"', { list: [{ a: { b: 1 } }] }, [1]],
    ['pluck (sort lines "price") "sku"', { lines }, ['b', null, 'a']],
    ['pluck (sort lines "sku" descending=true) "sku"', { lines }, ['b', 'a', null]],
    ['sort list', { list: ['b', 2, null, 'a', 10, true, [1]] }, [null, true, 2, 10, 'a', 'b', [1]]],
    [
      'unique list',
      { list: [1, new ExactNumber('1.0'), '1', { a: 1, b: 2 }, { b: 2, a: 1 }] },
      [1, '1', { a: 1, b: 2 }],
    ],
    ['json o 2', { o: { a: [1] } }, '{\n  "a": [\n    1\n  ]\n}'],
  ])('%s', (call, variables, result) => {
    expect(valueOf(call, variables)).toEqual(result);
  });

  it('sort leaves the list of the variable as it is', () => {
    const list = [2, 1];
    valueOf('sort list', { list });
    expect(list).toEqual([2, 1]);
  });
});

describe('dates', () => {
  it.each([
    ['formatDate "2025-03-04" "EEEE"', 'Tuesday'],
    ['formatDate "2025-03-30T00:59:59Z" "HH:mm" zone="Europe/Zurich"', '01:59'],
    ['formatDate "2025-03-30T01:00:00Z" "HH:mm" zone="Europe/Zurich"', '03:00'],
    ['formatDate "2025-03-04T10:20:30+02:00" "HH:mm"', '08:20'],
    ['formatDate "2025-03-04T10:20" "HH:mm:ss.SSS"', '10:20:00.000'],
    ['formatDate 0 "yyyy-MM-dd"', '1970-01-01'],
    ['formatDate @now "yyyy-MM-dd HH:mm"', '2025-03-04 10:20'],
    ['addTime @today 7 "days"', '2025-03-11'],
    ['addTime @today 1 "day"', '2025-03-05'],
    ['addTime "2024-02-29" 1 "years"', '2025-02-28'],
    ['addTime "2025-03-29T12:00:00Z" 1 "days" zone="Europe/Zurich"', '2025-03-30T11:00:00.000Z'],
    ['addTime "2025-03-29T12:00:00Z" 24 "hours" zone="Europe/Zurich"', '2025-03-30T12:00:00.000Z'],
    ['addTime "2025-03-04" 90 "minutes"', '2025-03-04T01:30:00.000Z'],
  ])('%s', (call, result) => {
    expect(valueOf(call)).toBe(result);
  });

  it.each([
    ['formatDate "2025-02-30" "y"', 'date'],
    ['formatDate "yesterday" "y"', 'date'],
    ['formatDate "2025-03-04T25:00" "y"', 'date'],
    ['formatDate nobody "y"', 'date'],
    ['formatDate 9e99 "y"', 'date'],
    ['addTime @today 1 "fortnight"', 'unit'],
    ['addTime @today 1.5 "days"', 'whole number'],
    ['addTime @today 900000 "years"', 'date within 270,000 years'],
  ])('%s is refused', (call, expected) => {
    expect(failureOf(call, { '9e99': 9e99 }).placeholders.expected).toContain(expected);
  });

  it.each([
    [
      'formatDate @today "DD.MM.YYYY"',
      'The date pattern at line 1, column 3 cannot be read; write yyyy for the year and dd for the day.',
    ],
    [
      'formatDate @today "quarter"',
      'The date pattern at line 1, column 3 cannot be read; put words between single quotes.',
    ],
    ['formatDate @today "y" zone="Mars/Base"', 'The time zone at line 1, column 3 is not known.'],
  ])('%s is refused in a sentence', (call, message) => {
    expect(failureOf(call).message).toBe(message);
  });
});

describe('encodings', () => {
  it('are those of Node for any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, key) => {
        const bytes = Buffer.from(text);
        expect(valueOf('base64 text', { text })).toBe(bytes.toString('base64'));
        expect(valueOf('sha256 text', { text })).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(valueOf('sha256 text as="base64"', { text })).toBe(
          createHash('sha256').update(bytes).digest('base64'),
        );
        expect(valueOf('hmacSha256 text key', { text, key })).toBe(
          createHmac('sha256', key).update(bytes).digest('hex'),
        );
      }),
    );
  });

  it('come back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = Buffer.from(text).toString();
        expect(valueOf('base64Decode (base64 text)', { text })).toBe(whole);
        expect(valueOf('base64Decode text', { text: Buffer.from(text).toString('base64url') })).toBe(whole);
        expect(valueOf('urlDecode (urlEncode text)', { text })).toBe(whole);
      }),
    );
  });

  it.each([
    'base64Decode "a"',
    'base64Decode "a b="',
    'base64Decode "//79"',
    'urlDecode "%E9"',
    'urlDecode "%"',
    'sha256 "a" as="octal"',
  ])('%s is refused', (call) => {
    expect(failureOf(call).code).toBe('template-helper-arguments');
  });
});

describe('patterns', () => {
  it.each([
    ['matches "order 4711" "[0-9]{4}"', true],
    ['matches "order" "^ord$"', false],
    ['matches "ÖL" "(?i)^öl$"', true],
    ['extract "a=1;b=2" "b=([0-9])"', '2'],
    ['extract "a=1;b=2" "b=[0-9]"', 'b=2'],
    ['extract "none" "[0-9]"', null],
    ['replacePattern "a1b22" "[0-9]+" "$0"', 'a$0b$0'],
    ['replacePattern "abc" "x*" "-"', '-a-b-c-'],
  ])('%s', (call, result) => {
    expect(valueOf(call)).toBe(result);
  });

  it.each([
    [
      'matches "a" "(?=a)"',
      'The pattern at line 1, column 3 cannot be read; look-around and back-references are not supported.',
    ],
    [
      'matches "a" "("',
      'The pattern at line 1, column 3 cannot be read; look-around and back-references are not supported.',
    ],
    ['matches "a" "a{1000}{9}"', 'The pattern at line 1, column 3 is too large.'],
  ])('%s is refused in a sentence', (call, message) => {
    expect(failureOf(call).message).toBe(message);
  });
});

function valueOf(call: string, variables: ValueObject = {}): Value | undefined {
  const rendered = renderTemplate(`{{${call}}}`, 'text', templateScope(variables));
  if (!rendered.ok) throw new Error(rendered.failure.message);
  return rendered.value.value;
}

function failureOf(call: string, variables: ValueObject = {}) {
  const rendered = renderTemplate(`{{${call}}}`, 'text', templateScope(variables));
  if (rendered.ok) throw new Error(`gave ${JSON.stringify(rendered.value.text)}`);
  return rendered.failure;
}
