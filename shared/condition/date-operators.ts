import { HelperRefusal } from '../template/helpers/helper.ts';
import { readInstant, type Instant } from '../template/helpers/read-instant.ts';
import type { Value } from '../value/value.ts';
import { judged, unlike, type Judgement, type Side } from './judgement.ts';
import type { Operand } from './operand.ts';
import { operatorPair, type ConditionOperator } from './operator.ts';

/**
 * Comparisons of dates as the helpers of templates read them: ISO 8601, in UTC where nothing else is said, or milliseconds
 * since 1970. Where one side is a day without a time, days are compared.
 */
export const dateOperators: readonly ConditionOperator[] = [
  ...operatorPair({
    group: 'Date',
    compares: 1,
    placeholder: '2026-01-31',
    is: ['date-before', 'is before', 'The value is an earlier day or time.'],
    isNot: ['date-before-not', 'is not before', 'The value is the same day or time, or a later one.'],
    judge: (left, right) => judgeOrder(left, right, (order) => order < 0),
    examples: [
      { left: '2026-01-30', right: '2026-01-31', outcome: 'met' },
      { left: '2026-01-31T08:00:00Z', right: '2026-01-31', outcome: 'unmet' },
      { left: '2026-01-31T08:00:00Z', right: '2026-01-31T08:00:01Z', outcome: 'met' },
      { left: '31/01/2026', right: '2026-01-31', outcome: 'unjudged' },
      { left: null, right: '2026-01-31', outcome: 'unjudged' },
    ],
  }),
  ...operatorPair({
    group: 'Date',
    compares: 1,
    placeholder: '2026-01-31',
    is: ['date-after', 'is after', 'The value is a later day or time.'],
    isNot: ['date-after-not', 'is not after', 'The value is the same day or time, or an earlier one.'],
    judge: (left, right) => judgeOrder(left, right, (order) => order > 0),
    examples: [
      { left: '2026-02-01', right: '2026-01-31', outcome: 'met' },
      { left: '2026-01-31T23:00:00Z', right: '2026-01-31', outcome: 'unmet' },
    ],
  }),
  ...operatorPair({
    group: 'Date',
    compares: 1,
    placeholder: '2026-01-31',
    is: ['date-on', 'is on', 'The value is on this day, in UTC.'],
    isNot: ['date-on-not', 'is not on', 'The value is on another day, or there is none.'],
    judge: judgeDay,
    examples: [
      { left: '2026-01-31T08:00:00Z', right: '2026-01-31', outcome: 'met' },
      { left: '2026-02-01T00:30:00+01:00', right: '2026-01-31', outcome: 'met' },
      { left: null, right: '2026-01-31', outcome: 'unmet' },
      { left: '2026-02-30', right: '2026-01-31', outcome: 'unjudged' },
    ],
  }),
];

function judgeOrder(left: Operand, right: Operand, holds: (order: number) => boolean): Judgement {
  return withDate(left.value, 'value', (one) =>
    withDate(right.value, 'compared with', (other) => {
      const isDay = one.isDay || other.isDay;
      const order = isDay ? dayOf(one) - dayOf(other) : one.ms - other.ms;
      return judged(holds(order));
    }),
  );
}

function judgeDay(left: Operand, right: Operand): Judgement {
  if (left.value === null) return withDate(right.value, 'compared with', () => judged(false));
  return withDate(left.value, 'value', (one) =>
    withDate(right.value, 'compared with', (other) => judged(dayOf(one) === dayOf(other))),
  );
}

const dayMs = 86_400_000;
const dayOf = ({ ms }: Instant): number => Math.floor(ms / dayMs);

function withDate(value: Value, side: Side, judge: (instant: Instant) => Judgement): Judgement {
  const instant = instantIn(value);
  return instant === null ? unlike(side, value, 'a date such as 2026-01-31') : judge(instant);
}

function instantIn(value: Value): Instant | null {
  try {
    return readInstant(value);
  } catch (refusal) {
    if (refusal instanceof HelperRefusal) return null;
    throw refusal;
  }
}
