import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { previewedValue } from './judge-variable.ts';
import { judgeTruncated, judgeValue } from './judge-value.ts';
import type { Matcher } from './matcher.ts';
import type { NodeName } from './node-name.ts';
import type { RunFacts } from './run-facts.ts';

type EndExpectation = Pick<ExpectationOf<'end'>, 'type' | 'outcome'> & Partial<ExpectationOf<'end'>>;

const words = { ended: 'ends normally', failed: 'fails', cancelled: 'was stopped' } as const;

/** How the run ended, where, why and with what: the first of these that is not as expected says so. */
export function judgeEnd(
  { message, node, outcome, result }: EndExpectation,
  { end, entered, lastSeq }: Pick<RunFacts, 'end' | 'entered' | 'lastSeq'>,
  nodeName: NodeName,
): Judgement {
  const title = `the run ${words[outcome]}`;
  if (end === null) return unmet(title, words[outcome], 'it did not end', lastSeq);
  const actual = `${words[end.outcome]}${end.message === null ? '' : `: ${end.message}`}`;
  const asked = [
    end.outcome === outcome ? null : unmet(title, words[outcome], actual, end.seq),
    node === undefined ? null : judgePlace(node, entered.at(-1)?.nodeId, end.seq, nodeName),
    message === undefined ? null : judgeReason(message, end),
    result === undefined ? null : judgeResult(result, end),
  ].filter((each) => each !== null);
  const wrong = asked.find(({ passed }) => !passed);
  return wrong ?? asked.at(-1) ?? met(title, words[outcome], actual);
}

type RunEnd = NonNullable<RunFacts['end']>;

function judgePlace(node: string, last: string | undefined, seq: number, nodeName: NodeName): Judgement {
  const title = `the run is over at "${nodeName(node)}"`;
  const actual = last === undefined ? 'nowhere' : `"${nodeName(last)}"`;
  return last === node
    ? met(title, `"${nodeName(node)}"`, actual)
    : unmet(title, `"${nodeName(node)}"`, actual, seq);
}

function judgeReason(matcher: Matcher, { message, seq }: RunEnd): Judgement {
  const title = 'the reason why the run fails';
  const { actual, expected, passed } = judgeValue(matcher, message ?? undefined);
  return passed ? met(title, expected, actual) : unmet(title, expected, actual, seq);
}

function judgeResult(matcher: Matcher, { result, seq }: RunEnd): Judgement {
  const title = 'the result of the run';
  const { actual, expected, passed } =
    result?.truncated === true
      ? judgeTruncated(matcher, 'a value')
      : judgeValue(matcher, result === null ? undefined : previewedValue(result));
  return passed ? met(title, expected, actual) : unmet(title, expected, actual, seq);
}

/** How long the run took on its own clock. */
export function judgeDuration(
  { atLeastMs, atMostMs }: ExpectationOf<'duration'>,
  { durationMs, lastSeq }: Pick<RunFacts, 'durationMs' | 'lastSeq'>,
): Judgement {
  const title = 'the time that the run takes';
  const bounds = [
    ...(atLeastMs === undefined ? [] : [`at least ${String(atLeastMs)} ms`]),
    ...(atMostMs === undefined ? [] : [`at most ${String(atMostMs)} ms`]),
  ];
  const expected = bounds.join(' and ') || 'any';
  const actual = `${String(durationMs)} ms`;
  const isMet = durationMs >= (atLeastMs ?? 0) && durationMs <= (atMostMs ?? Infinity);
  return isMet ? met(title, expected, actual) : unmet(title, expected, actual, lastSeq);
}
