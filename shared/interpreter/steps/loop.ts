import { isVariableName } from '../../flow/variable-name.ts';
import { doneExit, eachExit, loopVariables, type LoopNode } from '../../nodes/loop-node.ts';
import { encodeValue, type PlainJson } from '../../value/value-codec.ts';
import { loopItems, noList } from '../loop-items.ts';
import { endLoop, loopUnderWay, withLoop } from '../loop-frames.ts';
import type { LoopFrame } from '../run-state.ts';
import { freshRound, stepsAround } from '../step-limit.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep, type StepEnd } from './node-step.ts';

/**
 * Begins a loop over the items that its list has now, or goes on with the next of them where the run comes back from its
 * body. What happens to the list meanwhile changes nothing.
 */
export const loopStep: NodeStep<'loop'> = {
  enter(node, turn) {
    const underWay = loopUnderWay(turn.state, node.id);
    if (underWay !== null) return nextRound(node, turn, underWay);
    const trouble = nameTrouble(node.config);
    if (trouble !== null) return failAt(node, trouble);
    const rendered = turn.render(node.config.list, 'json');
    if (!rendered.ok) {
      const { code, message } = rendered.failure;
      // The sentence of the template engine speaks of the body of a request.
      return failAt(node, code === 'body-json-invalid' ? noList : message);
    }
    const items = loopItems(rendered.value);
    if (!items.ok) return failAt(node, items.failure);
    // An unknown name has its warning already.
    if (items.value === null && rendered.value.warnings.length === 0)
      turn.tell({ type: 'warned', code: 'loop-null', message: 'The list is null, so it has no items.' });
    return begin(node, turn, encodeValue(items.value ?? []) as readonly PlainJson[]);
  },
};

function begin(node: LoopNode, turn: Turn, list: readonly PlainJson[]): StepEnd {
  const { limit, beyondLimit } = node.config;
  const leftOut = Math.max(0, list.length - limit);
  if (leftOut > 0 && beyondLimit === 'fail')
    return failAt(
      node,
      `The list has ${inWords(list.length)} items, and the limit of the loop is ${inWords(limit)}.`,
    );
  if (leftOut > 0)
    turn.tell({
      type: 'warned',
      code: 'loop-limit',
      message: `The limit of the loop is ${inWords(limit)}, so ${inWords(leftOut)} further items were left out.`,
    });
  const items = leftOut === 0 ? list : list.slice(0, limit);
  turn.tell({ type: 'loop-started', of: items.length });
  const loop = { nodeId: node.id, items, begun: 0, around: stepsAround(turn.state.counters) };
  turn.change(withLoop(turn.state, loop));
  return nextRound(node, turn, loop);
}

function nextRound(node: LoopNode, turn: Turn, loop: LoopFrame): StepEnd {
  const { items, begun } = loop;
  const item = items[begun];
  if (item === undefined) {
    endLoop(turn, loop, 'done');
    return leaveBy(doneExit);
  }
  turn.change({
    ...withLoop(turn.state, { ...loop, begun: begun + 1 }),
    counters: freshRound(turn.state.counters),
  });
  turn.tell({ type: 'round-started', round: begun + 1, of: items.length });
  turn.setPlainVariable(node.config.itemVariable, item);
  if (node.config.indexVariable !== '') turn.setVariable(node.config.indexVariable, begun);
  return leaveBy(eachExit);
}

/** What keeps a loop from storing its item and index, in a sentence; `null` where nothing does. */
export function nameTrouble(config: LoopNode['config']): string | null {
  const unusable = loopVariables(config).find((name) => !isVariableName(name));
  if (unusable !== undefined)
    return `The items cannot be stored under "${unusable}", which is no variable name.`;
  return config.itemVariable === config.indexVariable
    ? `The item and its index cannot both be stored under ${config.itemVariable}.`
    : null;
}

const inWords = (count: number): string => count.toLocaleString('en');
