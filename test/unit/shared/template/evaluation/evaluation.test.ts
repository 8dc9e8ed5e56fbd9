// The small rules of evaluation that blocks and limits rely on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty, isTruthy } from '#shared/template/evaluation/truth.ts';
import { fitsUtf8, utf8Length } from '#shared/template/evaluation/utf8-length.ts';
import { WorkBudget } from '#shared/template/evaluation/work-budget.ts';
import { decodeBase64 } from '#shared/template/helpers/decode-base64.ts';
import { patternSize } from '#shared/template/helpers/pattern-size.ts';
import { readInstant } from '#shared/template/helpers/read-instant.ts';
import { nearestName } from '#shared/template/nearest-name.ts';
import { sourcePosition, sourcePositions } from '#shared/template/source-position.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';

describe('the length of a text as UTF-8', () => {
  it('is what an encoder makes of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\ud800', '\udc00', '😀', '€', 'é'),
        (text, end) => {
          expect(utf8Length(text + end + text)).toBe(new TextEncoder().encode(text + end + text).length);
        },
      ),
    );
  });

  it.each([
    ['', 0, true],
    ['aaa', 3, true],
    ['aaaa', 3, false],
    ['€', 3, true],
    ['€', 2, false],
    ['éa', 3, true],
  ])('%j fits %i bytes: %s', (text, limit, fits) => {
    expect(fitsUtf8(text, limit)).toBe(fits);
  });
});

describe('what counts as true', () => {
  it.each([true, 1, -1, '0', ' ', {}, [0], new ExactNumber('0.10')])('%j', (value) => {
    expect(isTruthy(value)).toBe(true);
  });
  it.each([false, 0, '', null, undefined, [], Number.NaN, new ExactNumber('-0'), new ExactNumber('0.0E9')])(
    'not %j',
    (value) => {
      expect(isTruthy(value)).toBe(false);
    },
  );
  it('takes zero for something where emptiness is asked for', () => {
    expect([isEmpty(0), isEmpty(new ExactNumber('0.0')), isEmpty(false), isEmpty([])]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('a place in the source', () => {
  it.each([
    ['', 0, 1, 1],
    ['ab', 2, 1, 3],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['\n\n', 1, 2, 1],
    ['😀x', 2, 1, 3],
    ['a\u2028b', 2, 1, 3],
  ])('%j at %i is line %i, column %i', (source, offset, line, column) => {
    expect(sourcePosition(source, offset)).toEqual({ line, column });
  });

  it('is the same whether one is asked for or many', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(40), (source, at) => {
        // Between CR and LF no token begins, so nothing asks for that place.
        fc.pre(at <= source.length && !(source[at - 1] === '\r' && source[at] === '\n'));
        expect(sourcePositions(source)(at)).toEqual(sourcePosition(source, at));
      }),
    );
  });
});

describe('the budget of a rendering', () => {
  it('reads the clock at the beginning and then once in many steps', () => {
    let readings = 0;
    const budget = new WorkBudget(() => (readings += 1));
    for (let step = 0; step < 10_000; step += 1) budget.spend(1, 0);
    expect(readings).toBe(1 + Math.floor(10_000 / 256));
  });

  it('allows exactly so many rounds', () => {
    const budget = new WorkBudget(undefined);
    for (let round = 0; round < 100_000; round += 1) budget.round(7);
    expect(() => budget.round(7)).toThrow('template-iterations-limit');
  });
});

describe('the name that was meant', () => {
  it.each([
    ['uper', 'upper'],
    ['lenght', 'length'],
    ['starts_with', 'startsWith'],
    ['EQ', 'eq'],
  ])('by %s is %s', (written, name) => {
    expect(nearestName(written, ['upper', 'length', 'startsWith', 'eq'])).toBe(name);
  });
  it.each(['x', 'shout', '', 'frobnicate'])('by %j is none', (written) => {
    expect(nearestName(written, ['upper', 'length', 'startsWith', 'eq'])).toBeNull();
  });
});

describe('the size of a pattern', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['a+b*', 2],
    ['[a-z]{4}', 4],
    ['(ab){100}', 200],
    ['((a{9}){9}){9}', 729],
    ['\\{3\\}', 3],
    ['a{2,50}', 50],
    ['\\p{L}{10}', 10],
    ['(a|b){3}', 6],
    [')){5}(', 0],
  ])('%s is %i', (pattern, size) => {
    expect(patternSize(pattern)).toBe(size);
  });
});

describe('base64 that cannot be read', () => {
  it.each(['a', 'ab!d', 'abcde', '====', 'ab=c'])('is %j', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});

describe('a moment', () => {
  it('is read as every ISO date is written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(readInstant(date.toISOString())).toEqual({ ms: date.getTime(), isDay: false });
          const day = date.toISOString().slice(0, 10);
          expect(readInstant(day)).toEqual({ ms: Date.parse(day), isDay: true });
        },
      ),
    );
  });
});
