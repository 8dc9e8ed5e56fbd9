import { failed, succeeded } from '../../outcome/outcome.ts';
import type { WantedAnswer } from '../../run-events/wanted-answer.ts';
import type { AnswerReading } from './answer-reading.ts';
import { foldedText } from './folded-text.ts';

/** Reads a date and stores it as `YYYY-MM-DD`; it has to be in the calendar and between the bounds of the question. */
export function readDateAnswer(
  text: string,
  { earliest, latest }: Pick<WantedAnswer, 'earliest' | 'latest'>,
): AnswerReading<string> {
  const date = calendarDate(text);
  const fits =
    date !== null && (earliest === undefined || date >= earliest) && (latest === undefined || date <= latest);
  return fits ? succeeded(date) : failed(wantedDate(earliest, latest));
}

/**
 * The date that a text names, as `YYYY-MM-DD`, or `null`. Besides ISO's form (also with `/` or `.`) it reads `4.3.2025`,
 * which is day, month and year wherever it is written, and dates with the month in English words. `04/03/2025` is
 * refused: it is in March in London and in April in New York.
 */
export function calendarDate(text: string): string | null {
  const written = foldedText(text);
  for (const form of forms) {
    const found = form.exec(written)?.groups;
    if (found !== undefined) return checkedDate(found);
  }
  return null;
}

const month = '(?<word>[a-z]{3,9})';
const forms: readonly RegExp[] = [
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/,
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${month}\\.?,? (?<year>\\d{4})$`),
  new RegExp(`^${month}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})$`),
];

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

function checkedDate(found: Readonly<Record<string, string | undefined>>): string | null {
  const { word, year = '', day = '' } = found;
  const monthNumber = word === undefined ? Number(found['month']) : monthOfWord(word);
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), monthNumber)) return null;
  return [year, String(monthNumber).padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** `march`, `mar` and `sept` are months; 0 is none. */
function monthOfWord(word: string): number {
  const short = word === 'sept' ? 'sep' : word;
  return months.findIndex((name) => name === short || (short.length === 3 && name.startsWith(short))) + 1;
}

/** How many days a month of the Gregorian calendar has; none for a month that does not exist, or in the year 0. */
export function daysIn(year: number, monthNumber: number): number {
  if (year < 1) return 0;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber - 1] ?? 0;
}

function wantedDate(earliest: string | undefined, latest: string | undefined): string {
  if (earliest !== undefined && latest !== undefined)
    return `Please answer with a date from ${earliest} to ${latest}.`;
  if (earliest !== undefined) return `Please answer with a date, ${earliest} or later.`;
  if (latest !== undefined) return `Please answer with a date, ${latest} or earlier.`;
  return 'Please answer with a date, such as 2025-03-04 or 4 March 2025.';
}
