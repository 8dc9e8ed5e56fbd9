// What holds others is ticked with all of them.
import { describe, expect, it } from 'vitest';
import type { TreeItem } from '../../../../../renderer/ui/list/tree-rows.ts';
import { checkedState, leavesOf } from '../../../../../renderer/ui/list/checked-state.ts';

const leaf = (id: string): TreeItem => ({ id, label: id });
const folder: TreeItem = {
  id: 'outer',
  label: 'Outer',
  children: [leaf('a'), { id: 'inner', label: 'Inner', children: [leaf('b'), leaf('c')] }],
};
const stateWith = (...ids: string[]) => checkedState(folder, new Set(ids));

describe('the tick of an item', () => {
  it('is that of itself, or of all that it holds', () => {
    expect(leavesOf(folder).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(stateWith()).toBe('false');
    expect(stateWith('b')).toBe('mixed');
    expect(stateWith('a', 'b', 'c', 'd')).toBe('true');
    expect(checkedState(leaf('a'), new Set(['a']))).toBe('true');
    // A folder is never ticked by its own name.
    expect(stateWith('outer')).toBe('false');
  });
});
