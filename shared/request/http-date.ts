/**
 * A moment written in one of the three forms of RFC 9110 §5.6.7, in milliseconds since 1970, or `null` for anything else.
 *
 * `Date.parse` is not used because it also reads ISO dates, bare numbers and the 31st of February, and takes the form
 * without a zone as local time. The name of the weekday is read and says nothing.
 *
 * @param nowMs decides the century of the two-digit year: one that seems over 50 years ahead is the past one
 */
export function httpDateMs(text: string, nowMs: number): number | null {
  const found = imfFixdate.exec(text) ?? rfc850Date.exec(text) ?? asctimeDate.exec(text);
  const parts = found?.groups;
  if (parts === undefined) return null;
  const dayMs = midnightMs(
    fullYear(String(parts['year']), nowMs),
    monthNames.indexOf(String(parts['month'])),
    Number(parts['day']),
  );
  const timeMs = timeOfDayMs(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return dayMs === null || timeMs === null ? null : dayMs + timeMs;
}

function midnightMs(year: number, month: number, day: number): number | null {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month, day);
  // An overflowing day would silently become a day of the next month.
  return midnight.getUTCMonth() === month && midnight.getUTCDate() === day ? midnight.getTime() : null;
}

/** The grammar allows a leap second, which is counted as the first second of the next minute. */
function timeOfDayMs(hour: number, minute: number, second: number): number | null {
  return hour > 23 || minute > 59 || second > 60 ? null : ((hour * 60 + minute) * 60 + second) * 1000;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const time = '(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})';
const shortDay = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const longDay = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const month = '(?<month>[A-Z][a-z]{2})';

const imfFixdate = new RegExp(`^${shortDay}, (?<day>[0-9]{2}) ${month} (?<year>[0-9]{4}) ${time} GMT$`);
const rfc850Date = new RegExp(`^${longDay}, (?<day>[0-9]{2})-${month}-(?<year>[0-9]{2}) ${time} GMT$`);
const asctimeDate = new RegExp(`^${shortDay} ${month} (?<day>[0-9]{2}| [0-9]) ${time} (?<year>[0-9]{4})$`);

function fullYear(digits: string, nowMs: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
