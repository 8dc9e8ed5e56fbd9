/** A date as `YYYY-MM-DD`, and the first day of its month: what a calendar shows and moves through. */

const dayMs = 86_400_000;
const daysInWeek = 7;

/** The day so many days later, or earlier where the number is negative. */
export function daysLater(day: string, count: number): string {
  return textOf(new Date(timeOf(day) + count * dayMs));
}

/** The same day of another month; the last one where that month is shorter. */
export function monthsLater(day: string, count: number): string {
  const date = new Date(timeOf(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return textOf(date);
}

/** The weeks that a month touches, each from Monday to Sunday (ISO 8601). */
export function weeksOfMonth(day: string): readonly (readonly string[])[] {
  const first = `${day.slice(0, 8)}01`;
  const nextMonth = monthsLater(first, 1);
  const weeks: (readonly string[])[] = [];
  for (let monday = mondayOf(first); monday < nextMonth; monday = daysLater(monday, daysInWeek))
    weeks.push(Array.from({ length: daysInWeek }, (_, at) => daysLater(monday, at)));
  return weeks;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysLater(day, -((new Date(timeOf(day)).getUTCDay() + 6) % daysInWeek));
}

/** Today where the person is. */
export function localToday(now: Date): string {
  return textOf(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

/** A day as one says it: `Tuesday, 4 March 2025`. Put together here, for engines differ in where they put commas. */
export function spokenDay(day: string): string {
  return `${inWords(day, { weekday: 'long' })}, ${Number(day.slice(8))} ${spokenMonth(day)}`;
}

/** `March 2025`. */
export function spokenMonth(day: string): string {
  return `${inWords(day, { month: 'long' })} ${day.slice(0, 4)}`;
}

function inWords(day: string, part: Intl.DateTimeFormatOptions): string {
  return new Date(timeOf(day)).toLocaleDateString('en-GB', { timeZone: 'UTC', ...part });
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);
