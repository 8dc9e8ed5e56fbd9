// Generates values with the numbers, texts and keys that break naive code.
import fc from 'fast-check';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';

/** Any text, also with lone surrogates, controls and the keys that objects are attacked with. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', '$number', '$$number', '$', 'length', '0'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{{secret}}', '\\', '"', '}}', '\ud800', '\udc00x', '\u2028', 'a\r\nb'),
  },
);

/** Numbers whose text a double would not give back, made by hand so that the reader is not asked what they are. */
export const anyExactNumber: fc.Arbitrary<ExactNumber> = fc
  .oneof(
    fc.bigInt({ min: 9_007_199_254_740_993n, max: 10n ** 40n }).map(String),
    fc.tuple(fc.integer(), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}0`),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -400, max: 400 }))
      .map(([d, e]) => `${d}E${e}`),
    fc.constantFrom('-0', '0.0', '1.10', '0.1000000000000000055', '12345678901234567890'),
  )
  .filter((text) => String(Number(text)) !== text)
  .map((text) => new ExactNumber(text));

/** Doubles that JSON can hold; -0 is a text of its own ("-0") and therefore never a plain number. */
export const anyDouble: fc.Arbitrary<number> = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((double) => (Object.is(double, -0) ? 0 : double));

const tree = fc.letrec<{ value: Value; object: ValueObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, true, false),
    anyDouble,
    anyText,
    anyExactNumber,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(anyText, tie('value')), { maxLength: 4 }).map((entries) => {
    const object: Record<string, Value> = {};
    for (const [key, value] of entries) setOwnValue(object, key, value);
    return object;
  }),
}));

/** Any value that a variable can hold. */
export const anyValue: fc.Arbitrary<Value> = tree.value;

/** Any object of values, for the layers in which names are looked up. */
export const anyValueObject: fc.Arbitrary<ValueObject> = tree.object;
