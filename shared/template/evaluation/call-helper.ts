import { isValueList } from '../../value/value-kinds.ts';
import type { Value } from '../../value/value.ts';
import { HelperRefusal, type Helper } from '../helpers/helper.ts';
import type { CallOperand, SourceRange } from '../syntax/template-tree.ts';
import { argumentsStop } from './refuse-arguments.ts';
import type { RenderState } from './render-state.ts';
import { unitsPerStep } from './work-budget.ts';

type ReadValue = (state: RenderState) => Value;

/** Calls a helper with what its parameters read now; what it refuses becomes a stop at the helper's name. */
export function callHelper(
  helper: Helper,
  call: CallOperand,
  tag: SourceRange,
  params: readonly ReadValue[],
  options: readonly { readonly name: string; readonly read: ReadValue }[],
  state: RenderState,
): Value | undefined {
  const values = params.map((read) => read(state));
  const named = new Map(options.map(({ name, read }) => [name, read(state)]));
  const { budget } = state;
  budget.spend(1 + values.reduce<number>((steps, value) => steps + stepsForValue(value), 0), call.start);
  try {
    const result = helper.run(values, {
      option: (name) => named.get(name),
      spend: (steps) => budget.spend(steps, call.start),
      refuseLength: (length) => budget.refuseLongText({ length }, tag.start),
    });
    if (typeof result === 'string') {
      budget.refuseLongText(result, tag.start);
      budget.spend(stepsForValue(result), call.start);
    }
    return result;
  } catch (refusal) {
    if (!(refusal instanceof HelperRefusal)) throw refusal;
    throw argumentsStop(call, tag, refusal.expected, refusal.found, refusal.sentence);
  }
}

/** What it costs to look at a value once; nested values are left to the helpers that go into them. */
function stepsForValue(value: Value): number {
  if (typeof value === 'string') return value.length >> unitsPerStep;
  return isValueList(value) ? value.length : 0;
}
