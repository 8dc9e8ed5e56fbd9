import { helperNamed } from '../helpers/helper-registry.ts';
import { helperSignature, type Helper } from '../helpers/helper.ts';
import { openBracket } from './open-bracket.ts';
import { tagAt } from './tag-at.ts';
import type { TagToken } from './tag-tokens.ts';

/** The call of a helper that a place is in, while its values are written. */
export interface HelperCallAt {
  readonly helper: Helper;
  /** `substring text start [end]` */
  readonly signature: string;
  /** Where each parameter stands in the signature: UTF-16 offsets, the end is exclusive. */
  readonly parameters: readonly (readonly [start: number, end: number])[];
  /** Which parameter the place belongs to; the last one takes all that follow where it may be repeated. */
  readonly active: number;
}

/** The innermost call around an offset; `null` where it is in none, or directly at the helper's name. */
export function helperCallAt(source: string, offset: number): HelperCallAt | null {
  const tokens = tagAt(source, offset)?.tokens.filter(({ start }) => start < offset) ?? [];
  const [head, ...values] = tokens.slice(openBracket(tokens) + 1);
  if (head === undefined || offset <= head.end) return null;
  const helper = helperNamed(head.text);
  if (helper === undefined) return null;
  // Behind white space the next value begins.
  const begun = operandsIn(values) - ((values.at(-1) ?? head).end < offset ? 0 : 1);
  return { helper, signature: helperSignature(helper), ...activeParameter(helper, Math.max(0, begun)) };
}

function activeParameter(helper: Helper, begun: number): Pick<HelperCallAt, 'parameters' | 'active'> {
  const parameters = parameterRanges(helper);
  const repeats = helper.parameters.at(-1)?.rest === true;
  return { parameters, active: repeats ? Math.min(begun, parameters.length - 1) : begun };
}

/** How many values begin among tokens; brackets with all that is in them are one. */
function operandsIn(tokens: readonly TagToken[]): number {
  let depth = 0;
  let count = 0;
  for (const { text, kind } of tokens) {
    if (depth === 0 && text !== ')' && kind !== 'braces') count += 1;
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
  }
  return count;
}

function parameterRanges(helper: Helper): readonly (readonly [number, number])[] {
  let at = helper.name.length;
  return helper.parameters.map(({ name, optional, rest }) => {
    const length = name.length + (rest === true ? 2 : 0) + (optional === true ? 2 : 0);
    const start = at + 1;
    at = start + length;
    return [start, at] as const;
  });
}
