import type { LoopNode } from '../nodes/loop-node.ts';

/** Changes the texts of a loop that hold a template or a name, as `withNodeTexts` does for every node. */
export function withLoopTexts(
  config: LoopNode['config'],
  change: (text: string, field: string, kind: 'template' | 'variable') => string,
): LoopNode['config'] {
  const list = change(config.list, 'List', 'template');
  const itemVariable = change(config.itemVariable, 'Item variable', 'variable');
  // Where it is empty no index is stored, so that there is no name to be changed.
  const indexVariable =
    config.indexVariable === '' ? '' : change(config.indexVariable, 'Index variable', 'variable');
  return { ...config, list, itemVariable, indexVariable };
}
