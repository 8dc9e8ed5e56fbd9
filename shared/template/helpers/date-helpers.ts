import { TZDate } from '@date-fns/tz';
import { add } from 'date-fns/add';
import { format } from 'date-fns/format';
import type { Value } from '../../value/value.ts';
import { valueText } from '../../value/value-text.ts';
import { HelperRefusal, type Helper, type HelperCall } from './helper.ts';
import { givenText, givenValue, wholeNumber } from './helper-values.ts';
import { readInstant } from './read-instant.ts';

/** Work on dates. Zones are names such as `Europe/Zurich`; without one everything is in UTC. */
export const dateHelpers: readonly Helper[] = [
  {
    name: 'formatDate',
    group: 'Dates',
    parameters: [{ name: 'date' }, { name: 'pattern' }],
    options: ['zone'],
    description:
      'The date written by a pattern of Unicode letters: yyyy MM dd HH mm ss, EEEE for the day, MMMM for the month.',
    examples: [
      { template: '{{formatDate "2025-03-04T23:30:00Z" "d MMMM yyyy"}}', output: '4 March 2025' },
      {
        template: '{{formatDate "2025-03-04T23:30:00Z" "yyyy-MM-dd HH:mm" zone="Europe/Zurich"}}',
        output: '2025-03-05 00:30',
      },
    ],
    run: (values, call) =>
      writeDate(zonedDate(readInstant(givenValue(values, 0)).ms, call), givenText(values, 1)),
  },
  {
    name: 'addTime',
    group: 'Dates',
    parameters: [{ name: 'date' }, { name: 'amount' }, { name: 'unit' }],
    options: ['zone'],
    description:
      'The date so many seconds, minutes, hours, days, weeks, months or years later, or earlier where negative; a day stays a day.',
    examples: [
      { template: '{{addTime "2025-01-31" 1 "months"}}', output: '2025-02-28' },
      { template: '{{addTime "2025-03-04T10:00:00Z" -90 "minutes"}}', output: '2025-03-04T08:30:00.000Z' },
    ],
    run: addTime,
  },
];

const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
type Unit = (typeof units)[number];

/** Units that a day can be moved by and stay a day. */
const wholeDays: readonly Unit[] = ['days', 'weeks', 'months', 'years'];

function addTime(values: readonly Value[], call: HelperCall): string {
  const instant = readInstant(givenValue(values, 0));
  const unit = unitOf(givenText(values, 2));
  const moved = add(zonedDate(instant.ms, call), { [unit]: wholeNumber(givenValue(values, 1), 0) });
  const date = new Date(moved.getTime());
  if (Number.isNaN(date.getTime())) throw new HelperRefusal('date within 270,000 years', 'one further away');
  const text = date.toISOString();
  return instant.isDay && wholeDays.includes(unit) ? text.slice(0, text.indexOf('T')) : text;
}

function unitOf(text: string): Unit {
  const unit = units.find((name) => name === text || name === `${text}s`);
  if (unit === undefined)
    throw new HelperRefusal(`unit among ${units.join(', ')} as its last of three`, 'another');
  return unit;
}

function zonedDate(ms: number, call: HelperCall): TZDate {
  // Time zones go through Intl, which makes a date about as dear as two hundred steps.
  call.spend(200);
  const zone = valueText(call.option('zone') ?? 'UTC');
  const date = new TZDate(ms, zone);
  // An unknown zone makes an invalid date, and writing that throws.
  if (Number.isNaN(date.getTime())) {
    throw new HelperRefusal(
      'zone',
      'an unknown one',
      'The time zone at line {line}, column {column} is not known.',
    );
  }
  return date;
}

function writeDate(date: TZDate, pattern: string): string {
  // In Unicode's letters these are the year of the week and the day of the year, and nobody who writes them means that.
  if (/[YD]/.test(pattern.replace(/'[^']*'/g, '')))
    throw patternRefusal('write yyyy for the year and dd for the day');
  try {
    return format(date, pattern);
  } catch {
    throw patternRefusal('put words between single quotes');
  }
}

function patternRefusal(wayOn: string): HelperRefusal {
  const sentence = `The date pattern at line {line}, column {column} cannot be read; ${wayOn}.`;
  return new HelperRefusal('date pattern', 'another text', sentence);
}
