import type { MaskedSegment } from '../request/masked-request.ts';
import type { Value } from '../value/value.ts';
import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { judgeBody } from './judge-body.ts';
import { judgeValue, type ValueJudgement } from './judge-value.ts';
import { timesInWords } from './judge-way.ts';
import type { NodeName } from './node-name.ts';
import type { CallFact, RunFacts } from './run-facts.ts';

type CallExpectation = ExpectationOf<'call'>;

/** A part of a call that was judged, and the event that shows it. */
interface JudgedPart extends ValueJudgement {
  readonly part: string;
  readonly seq: number | null;
}

/** What one call sent and what came of it. The first part that is not as expected says why it failed. */
export function judgeCall(
  expectation: CallExpectation,
  { calls, lastSeq }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const { node, nth } = expectation;
  const title = `call ${String(nth)} of "${nodeName(node)}"`;
  const ofNode = calls.filter(({ nodeId }) => nodeId === node);
  const call = ofNode[nth - 1];
  if (call === undefined) {
    const actual = ofNode.length === 0 ? 'it was not called' : `it was called ${timesInWords(ofNode.length)}`;
    return unmet(title, 'it is called', actual, lastSeq);
  }
  const parts = [...sentParts(expectation, call), ...endParts(expectation, call)];
  const wrong = parts.find(({ passed }) => !passed);
  if (wrong !== undefined) {
    const { actual, expected, part, seq } = wrong;
    return unmet(`${title}: ${part}`, expected, actual, seq ?? lastSeq);
  }
  const said = parts.map(({ expected, part }) => `${part} ${expected}`);
  return met(
    title,
    said.join('\n') || 'it is called',
    parts.map(({ actual, part }) => `${part} ${actual}`).join('\n') || 'it was',
  );
}

function sentParts({ body, headers, method, url }: CallExpectation, call: CallFact): readonly JudgedPart[] {
  const shown = call.sent ?? call.prepared ?? call.ended;
  const parts: readonly (readonly [string, ValueJudgement | null])[] = [
    ['method', method === undefined ? null : judgeValue({ is: 'equal', text: method }, methodOf(call))],
    ['URL', url === undefined ? null : judgeValue(url, urlOf(call))],
    ...headers.map(({ name, value }) => [`header ${name}`, judgeValue(value, headerOf(call, name))] as const),
    ['body', body === undefined ? null : judgeBody(body, call.prepared?.request.body ?? null)],
  ];
  return parts.flatMap(([part, judgement]) =>
    judgement === null ? [] : [{ part, seq: shown?.seq ?? null, ...judgement }],
  );
}

function endParts(
  { attempts, status, statusCode }: CallExpectation,
  { ended, prepared }: CallFact,
): readonly JudgedPart[] {
  const seq = ended?.seq ?? prepared?.seq ?? null;
  const parts: JudgedPart[] = [];
  const add = (part: string, value: number | string | null | undefined, actual: Value | undefined): void => {
    if (value !== undefined)
      parts.push({ part, seq, ...judgeValue({ is: 'equal', json: JSON.stringify(value) }, actual) });
  };
  add('status', status, ended?.status);
  add('status code', statusCode, ended?.statusCode);
  add('attempts', attempts, ended?.attempts);
  return parts;
}

function methodOf({ prepared, sent }: CallFact): string | undefined {
  return sent?.method ?? prepared?.request.method;
}

function urlOf({ prepared, sent }: CallFact): string | undefined {
  return sent?.url ?? (prepared === undefined ? undefined : textOf(prepared.request.url));
}

/** A header that comes more than once is joined, as everywhere else. */
function headerOf({ prepared, sent }: CallFact, name: string): string | undefined {
  const headers = sent?.headers ?? prepared?.request.headers ?? [];
  const lines = headers.filter((header) => header.name.toLowerCase() === name.toLowerCase());
  return lines.length === 0 ? undefined : lines.map(({ value }) => textOf(value)).join(', ');
}

function textOf(segments: readonly MaskedSegment[]): string {
  return segments.map(({ text }) => text).join('');
}
