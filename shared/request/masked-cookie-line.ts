import type { SentCookie } from '../cookies/sent-cookie.ts';
import { maskText, type MaskedHeader, type MaskedRequest, type MaskedSegment } from './masked-request.ts';
import type { PreparedHeader } from './prepared-request.ts';
import { shellVariable } from './shell-variable.ts';

/**
 * A `Cookie` line that holds cookies of a jar, as it may be shown: what the person wrote as it was masked, then the name of
 * every cookie and a mask for its value, whatever its length. Each value has a shell variable of its own.
 *
 * @param masked the request that was prepared; names of variables that it uses are not used again
 * @param shownLine how a line that was prepared may be shown
 */
export function maskedCookieLine(
  line: PreparedHeader,
  { fromJar, written }: NonNullable<PreparedHeader['cookies']>,
  masked: MaskedRequest,
  shownLine: (line: PreparedHeader) => MaskedHeader,
): MaskedHeader {
  const names = variablesOf(masked);
  const pairs: readonly (readonly MaskedSegment[])[] = [
    ...written.map((each) => shownLine(each).value).filter((value) => textOf(value).trim() !== ''),
    ...fromJar.map((cookie) => maskedPair(cookie, names)),
  ];
  const segments = pairs.flatMap((pair, at) => (at === 0 ? pair : [literal('; '), ...pair]));
  return { name: line.name, value: joined(segments), from: line.from };
}

function maskedPair({ name, value }: SentCookie, names: Set<string>): readonly MaskedSegment[] {
  const start = literal(`${name}=`);
  if (value === '') return [start];
  const wanted = shellVariable('cookie', name);
  let variable = wanted;
  for (let number = 2; names.has(variable); number += 1) variable = `${wanted}_${String(number)}`;
  names.add(variable);
  return [start, { text: maskText, from: 'secret', variable }];
}

function variablesOf({ body, headers, url }: MaskedRequest): Set<string> {
  const segments = [
    ...url,
    ...headers.flatMap(({ basic = [], value }) => [...basic, ...value]),
    ...(body.type === 'text' ? body.segments : []),
  ];
  return new Set(segments.flatMap(({ variable }) => (variable === undefined ? [] : [variable])));
}

function joined(segments: readonly MaskedSegment[]): MaskedSegment[] {
  const all: MaskedSegment[] = [];
  for (const segment of segments) {
    const last = all.at(-1);
    const isPlain = segment.from === 'literal' && segment.origins === undefined;
    if (last?.from === 'literal' && last.origins === undefined && isPlain)
      all[all.length - 1] = literal(last.text + segment.text);
    else all.push(segment);
  }
  return all;
}

function literal(text: string): MaskedSegment {
  return { text, from: 'literal' };
}

function textOf(segments: readonly MaskedSegment[]): string {
  return segments.map(({ text }) => text).join('');
}
