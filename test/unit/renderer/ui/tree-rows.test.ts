// A tree is drawn as rows; what assistive technology is told about each is computed here.
import { describe, expect, it } from 'vitest';
import { treeRows } from '../../../../renderer/ui/list/tree-rows.ts';

const outline = [
  { id: 'start', label: 'Start' },
  {
    id: 'get',
    label: 'Get order',
    children: [
      { id: 'status', label: 'Order status', children: [{ id: 'end', label: 'End' }] },
      { id: 'track', label: 'Track parcel', children: [] },
    ],
  },
];

describe('the rows of a tree', () => {
  it('hide what is in a folded item', () => {
    expect(treeRows(outline, () => false).map((row) => row.item.id)).toEqual(['start', 'get']);
  });

  it('stand in reading order with level, parent and place among their siblings', () => {
    const rows = treeRows(outline, () => true);
    expect(rows.map((row) => [row.item.id, row.level, row.parentId, row.position, row.siblings])).toEqual([
      ['start', 1, null, 1, 2],
      ['get', 1, null, 2, 2],
      ['status', 2, 'get', 1, 2],
      ['end', 3, 'status', 1, 1],
      ['track', 2, 'get', 2, 2],
    ]);
  });

  it('say of an item with nothing in it that it does not fold', () => {
    const rows = treeRows(outline, (id) => id === 'get');
    expect(rows.map((row) => [row.item.id, row.expanded])).toEqual([
      ['start', null],
      ['get', true],
      ['status', false],
      ['track', null],
    ]);
  });
});
