import type { MaskedBody } from '../request/masked-request.ts';
import { readJson } from '../value/read-json.ts';
import type { Value } from '../value/value.ts';
import { judgeTruncated, judgeValue, expectedValue, type ValueJudgement } from './judge-value.ts';
import type { Matcher } from './matcher.ts';

/**
 * Judges the body that a request was prepared with: as JSON where a value that is no text is expected of it, as text else. Of
 * a file only its description is known, and of a body of over 64 kB only the beginning, which is no ground to judge on.
 */
export function judgeBody(matcher: Matcher, body: MaskedBody | null): ValueJudgement {
  if (body === null || body.type === 'none') return judgeValue(matcher, undefined);
  if (body.type === 'binary') return judgeValue(matcher, body.description);
  const text = body.segments.map((segment) => segment.text).join('');
  if (body.truncated) return judgeTruncated(matcher, 'a body');
  if (!isAboutJson(matcher)) return judgeValue(matcher, text);
  const read = readJson(text);
  if (read.ok) return judgeValue(matcher, read.value);
  const { actual, expected } = judgeValue(matcher, text);
  return { passed: false, judged: true, expected, actual: `${actual} (no JSON)` };
}

function isAboutJson(matcher: Matcher): boolean {
  if (matcher.is === 'subset') return true;
  if (matcher.is !== 'equal') return false;
  const wanted = expectedValue(matcher);
  return wanted.ok && (matcher.json !== undefined || !isText(wanted.value));
}

function isText(value: Value): boolean {
  return typeof value === 'string';
}
