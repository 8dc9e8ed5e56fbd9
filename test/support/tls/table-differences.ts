// Compares what calls came to with a row of the table of TLS, in whatever runner the test runs.
import { isDeepStrictEqual } from 'node:util';
import type { TlsCallFacts } from './tls-calls.ts';
import type { Expected, TlsCase } from './tls-case.ts';

/** Every fact that is another than expected, as `call 1: code`, with both; none where the row came true. */
export function tableDifferences(
  { calls, expected }: TlsCase,
  facts: readonly TlsCallFacts[],
): readonly object[] {
  return calls.flatMap((_, at) => differences(at, expected[at] ?? {}, facts[at]));
}

function differences(at: number, expected: Expected, found: TlsCallFacts | undefined): readonly object[] {
  return (Object.keys(expected) as (keyof Expected)[])
    .filter((key) => !isAsExpected(expected[key], found?.[key]))
    .map((key) => ({
      fact: `call ${at + 1}: ${key}`,
      expected: expected[key],
      found: found?.[key],
      sentence: found?.sentence,
    }));
}

function isAsExpected(expected: unknown, found: unknown): boolean {
  const isPart = typeof expected === 'object' && expected !== null && 'textWith' in expected;
  if (isPart) return String(found).includes(String(expected.textWith));
  return isDeepStrictEqual(expected, found);
}
