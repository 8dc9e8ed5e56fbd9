import type { ChangeAction } from '../nodes/set-variables-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { Rendered } from '../template/rendered.ts';
import { sumOfNumbers } from '../value/decimal.ts';
import { ExactNumber } from '../value/exact-number.ts';
import { isValueList, kindOfValue } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';
import { readNumber } from './read-number.ts';

/** What a change does once its template was rendered. */
export interface RenderedChange {
  readonly variable: string;
  readonly action: ChangeAction;
  readonly rendered: Pick<Rendered, 'text' | 'value'>;
}

/**
 * What a change makes of a variable, where `undefined` is unset; or in a sentence why it cannot. The one place that says it,
 * for a run and for the preview of one.
 */
export function changedValue(
  before: Value | undefined,
  { variable, action, rendered }: RenderedChange,
): Outcome<Value | undefined, string> {
  switch (action) {
    case 'assign':
      return succeeded(valueOf(rendered));
    case 'unset':
      return succeeded(undefined);
    case 'append':
      if (before === undefined) return succeeded([valueOf(rendered)]);
      if (isValueList(before)) return succeeded([...before, valueOf(rendered)]);
      return failed(`${variable} holds ${inWords(before)}, and only a list can be appended to.`);
    case 'increment':
      return incremented(before === undefined ? 0 : before, variable, rendered);
  }
}

/** The typed value of a template that is one expression and nothing else; the text of any other. */
function valueOf({ text, value }: RenderedChange['rendered']): Value {
  return value === undefined ? text : value;
}

function incremented(
  before: Value,
  variable: string,
  rendered: RenderedChange['rendered'],
): Outcome<Value, string> {
  if (!isNumber(before))
    return failed(`${variable} holds ${inWords(before)}, and only a number can be incremented.`);
  const by = amountOf(rendered);
  if (by === null) return failed(`${variable} cannot be incremented by ${describedAmount(rendered)}.`);
  const sum = sumOfNumbers(before, by);
  return sum === null
    ? failed(
        `${variable} cannot be incremented: a number of more than a thousand digits is not reckoned with.`,
      )
    : succeeded(sum);
}

/** By how much: a number, text that is written as one, and 1 where nothing is said. */
function amountOf({ text, value }: RenderedChange['rendered']): number | ExactNumber | null {
  if (value === undefined && text.trim() === '') return 1;
  const given = value === undefined ? text : value;
  if (isNumber(given)) return given;
  return typeof given === 'string' ? readNumber(given) : null;
}

// What stands in a text may be long, and need not be shown to say what is wrong.
function describedAmount(rendered: RenderedChange['rendered']): string {
  const value = valueOf(rendered);
  return typeof value === 'string' ? 'a text that is no number' : inWords(value);
}

function inWords(value: Value): string {
  const kind = kindOfValue(value);
  if (kind === 'null' || kind === 'text') return kind;
  return kind === 'object' ? 'an object' : `a ${kind}`;
}

function isNumber(value: Value): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}
