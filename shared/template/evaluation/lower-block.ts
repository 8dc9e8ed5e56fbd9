import { isValueList, isValueObject } from '../../value/value-kinds.ts';
import type { Value } from '../../value/value.ts';
import type { HelperParameter } from '../helpers/helper.ts';
import type { BlockNode, Operand, TreeNode } from '../syntax/template-tree.ts';
import { TemplateStop } from '../template-problem.ts';
import { lowerOperand, lowerRequired, type OperandContext } from './lower-operand.ts';
import { scopeInside, type NameScope } from './name-scope.ts';
import { refuseArguments } from './refuse-arguments.ts';
import type { Frame, RenderState, Step } from './render-state.ts';
import { isEmpty, isTruthy } from './truth.ts';

/** The nodes inside a block are lowered by whoever lowers templates; passed in, so that no two files need each other. */
export type LowerNodes = (nodes: readonly TreeNode[], names: NameScope) => Step;

/** Turns a block into a closure; `if`, `unless`, `each` and `with` are all there are. */
export function lowerBlock(block: BlockNode, names: NameScope, lowerNodes: LowerNodes): Step {
  const lower = blocks.get(block.name);
  if (lower === undefined) {
    throw new TemplateStop({
      code: 'template-unknown-block',
      offset: block.start,
      blame: block,
      name: block.name,
      placeholders: { block: block.name },
    });
  }
  refuseArguments({ parameters: oneValue, options: lower.options }, block, block);
  const [operand] = block.params;
  if (operand === undefined) throw new Error('a block without a value was let through');
  return lower.step({ block, operand, context: { names, tag: block }, names, lowerNodes });
}

const oneValue: readonly HelperParameter[] = [{ name: 'value' }];

interface BlockLowering {
  readonly block: BlockNode;
  readonly operand: Operand;
  readonly context: OperandContext;
  readonly names: NameScope;
  readonly lowerNodes: LowerNodes;
}

const blocks: ReadonlyMap<
  string,
  { readonly options: readonly string[]; readonly step: (it: BlockLowering) => Step }
> = new Map([
  ['if', { options: ['includeZero'], step: (it: BlockLowering) => lowerIf(it, true) }],
  ['unless', { options: ['includeZero'], step: (it: BlockLowering) => lowerIf(it, false) }],
  ['each', { options: [], step: lowerEach }],
  ['with', { options: [], step: lowerWith }],
]);

/** `if` and `unless` ask whether something is there, so an unknown name is no mistake. */
function lowerIf({ block, operand, context, names, lowerNodes }: BlockLowering, wanted: boolean): Step {
  const read = lowerOperand(operand, context);
  const zero = block.options.map((option) => lowerRequired(option.operand, context));
  const body = lowerNodes(block.body, names);
  const otherwise = lowerNodes(block.otherwise, names);
  return (state) => {
    const value = read(state);
    const includeZero = zero.some((readZero) => isTruthy(readZero(state)));
    const holds = includeZero ? !isEmpty(value) : isTruthy(value);
    state.budget.spend(1, block.start);
    (holds === wanted ? body : otherwise)(state);
  };
}

function lowerWith({ block, operand, context, names, lowerNodes }: BlockLowering): Step {
  const read = lowerRequired(operand, context);
  const body = lowerNodes(block.body, scopeInside(block, names));
  const otherwise = lowerNodes(block.otherwise, names);
  return (state) => {
    const value = read(state);
    state.budget.spend(1, block.start);
    if (isEmpty(value)) {
      otherwise(state);
      return;
    }
    inside(state, value, block.locals, [value], body);
  };
}

function lowerEach({ block, operand, context, names, lowerNodes }: BlockLowering): Step {
  const read = lowerRequired(operand, context);
  const body = lowerNodes(block.body, scopeInside(block, names));
  const otherwise = lowerNodes(block.otherwise, names);
  return (state) => {
    const entries = entriesOf(read(state));
    if (entries.length === 0) otherwise(state);
    const { loop: outer } = state;
    for (let index = 0; index < entries.length; index += 1) {
      const [key, item] = entries.at(index);
      state.budget.round(block.start);
      state.budget.spend(1, block.start);
      state.loop = { index, key, first: index === 0, last: index === entries.length - 1, outer };
      inside(state, item, block.locals, [item, key], body);
    }
    state.loop = outer;
  };
}

/** What `each` goes through: items of a list, members of an object in their order, nothing of anything else. */
function entriesOf(value: Value): {
  readonly length: number;
  at(index: number): readonly [string | number, Value];
} {
  if (isValueList(value)) return { length: value.length, at: (index) => [index, value[index] ?? null] };
  if (!isValueObject(value)) return { length: 0, at: (index) => [index, null] };
  const keys = Object.keys(value);
  return { length: keys.length, at: (index) => [keys[index] ?? '', value[keys[index] ?? ''] ?? null] };
}

function inside(
  state: RenderState,
  item: Value,
  names: readonly string[],
  values: readonly Value[],
  body: Step,
): void {
  const { frame, locals } = state;
  if (!isSameItem(state, item)) state.frame = { item, outer: frame };
  if (names.length > 0) state.locals = { names, values, outer: locals };
  body(state);
  state.frame = frame;
  state.locals = locals;
}

/**
 * As in Handlebars a block makes no level for `../` where its item is the item around it; by identity, for Handlebars'
 * loose comparison takes `[1]` for `1` and loses a level.
 */
function isSameItem(state: RenderState, item: Value): boolean {
  const current: Frame['item'] = state.frame === null ? state.scope.variables : state.frame.item;
  return item === current;
}
