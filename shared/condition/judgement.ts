import { kindOfValue, type ValueKind } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';

/**
 * What became of a rule. One that cannot be judged counts as not met, and so does its negation: neither is known to hold.
 * The reason is a clause for a sentence and never quotes a value, because that may be a secret.
 */
export type Judgement =
  | { readonly outcome: 'met' }
  | { readonly outcome: 'unmet' }
  | { readonly outcome: 'unjudged'; readonly reason: string };

/** A judgement of what was compared. */
export function judged(holds: boolean): Judgement {
  return { outcome: holds ? 'met' : 'unmet' };
}

/** No judgement, and why. */
export function unjudged(reason: string): Judgement {
  return { outcome: 'unjudged', reason };
}

/** The judgement of the opposite operator. */
export function negated(judgement: Judgement): Judgement {
  return judgement.outcome === 'unjudged' ? judgement : judged(judgement.outcome === 'unmet');
}

const kindWords: Readonly<Record<ValueKind, string>> = {
  null: 'nothing',
  boolean: 'true or false',
  number: 'a number',
  text: 'text',
  list: 'a list',
  object: 'an object',
};

/** The side of a rule that does not fit its operator. */
export type Side = 'value' | 'compared with';

/** Why an operator cannot take what stands on one side: `its value is a list, not a number`. */
export function unlike(side: Side, value: Value, wanted: string): Judgement {
  const found = kindWords[kindOfValue(value)];
  if (side === 'value')
    return unjudged(value === null ? 'its value is missing' : `its value is ${found}, not ${wanted}`);
  return unjudged(
    value === null ? 'it is compared with nothing' : `it is compared with ${found}, not ${wanted}`,
  );
}
