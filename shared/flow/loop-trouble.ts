import { loopItems } from '../interpreter/loop-items.ts';
import type { LoopNode } from '../nodes/loop-node.ts';
import { templateParts } from '../template/template-parts.ts';

/** What is wrong with the list of a loop, in a sentence; `null` where nothing is, or where only a run can tell. */
export function loopTrouble({ beyondLimit, limit, list }: LoopNode['config']): string | null {
  const isPlain = templateParts(list).every(({ kind }) => kind === 'text');
  // An expression, a block or a list in JSON with expressions in it may give a list, and words before it never do.
  if (!isPlain && /^\s*[[{]/.test(list)) return null;
  const items = loopItems({ text: list });
  if (!items.ok) return items.failure;
  const count = items.value?.length ?? 0;
  return count > limit && beyondLimit === 'fail'
    ? `These are ${String(count)} items, and the limit is ${String(limit)}.`
    : null;
}
