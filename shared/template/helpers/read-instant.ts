import { ExactNumber } from '../../value/exact-number.ts';
import { kindOfValue } from '../../value/value-kinds.ts';
import type { Value } from '../../value/value.ts';
import { HelperRefusal } from './helper.ts';

/** A moment, and whether it was written as a day without a time. */
export interface Instant {
  /** Milliseconds since 1970 in UTC. */
  readonly ms: number;
  readonly isDay: boolean;
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Reads a date as templates meet it: ISO 8601, a day or a day with a time, UTC where no offset is given; or a number of
 * milliseconds since 1970. Not by `Date.parse`, which takes 31 February and depends on the computer's own zone.
 */
export function readInstant(value: Value): Instant {
  if (typeof value === 'number' || value instanceof ExactNumber)
    return instantOfNumber(Number(String(value)));
  const match = typeof value === 'string' ? iso.exec(value.trim()) : null;
  const instant = match === null ? null : instantOfMatch(match);
  if (instant === null) throw new HelperRefusal('date', kindOfValue(value));
  return instant;
}

/** The range of JavaScript's dates. */
const mostMs = 8.64e15;

function instantOfNumber(ms: number): Instant {
  if (Math.abs(ms) <= mostMs) return { ms: Math.trunc(ms), isDay: false };
  throw new HelperRefusal('date', 'a number that is out of range');
}

function instantOfMatch([
  ,
  year,
  month,
  day,
  hour,
  minute,
  second,
  fraction,
  offset,
]: RegExpExecArray): Instant | null {
  const dayMs = msOfDay(Number(year), Number(month), Number(day));
  const timeMs = hour === undefined ? 0 : msOfTime(Number(hour), Number(minute), Number(second ?? 0));
  if (dayMs === null || timeMs === null) return null;
  const fractionMs = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  return { ms: dayMs + timeMs + fractionMs - offsetMs(offset ?? 'Z'), isDay: hour === undefined };
}

function msOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  // Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function msOfTime(hour: number, minute: number, second: number): number | null {
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

function offsetMs(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
