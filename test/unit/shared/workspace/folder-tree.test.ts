// The tree of the side bar is computed here: folders before documents, by name, and the part that a filter leaves.
import { describe, expect, it } from 'vitest';
import {
  countedDocuments,
  filteredTree,
  foldersInOrder,
  folderTree,
  repeatedNames,
  type FolderTree,
} from '#shared/workspace/folder-tree.ts';

const documents = [
  { id: 'fl_a', name: 'Greeting', folder: 'flows' },
  { id: 'fl_b', name: 'Refund', folder: 'flows/Shop/Orders' },
  { id: 'fl_c', name: 'Status', folder: 'flows/Shop' },
];
const tree = folderTree('flow', ['flows/empty', 'endpoints/x', 'flows/Part 10', 'flows/Part 2'], documents);

function drawn({ documents: here, folders }: FolderTree, depth = 0): readonly string[] {
  const indent = ' '.repeat(depth);
  return [
    ...folders.flatMap((each) => [`${indent}${each.name}/`, ...drawn(each, depth + 1)]),
    ...here.map(({ name }) => indent + name),
  ];
}

describe('the tree of folders', () => {
  it('has every folder, by name with numbers as numbers, then documents', () => {
    expect(drawn(tree)).toEqual([
      'empty/',
      'Part 2/',
      'Part 10/',
      'Shop/',
      ' Orders/',
      '  Refund',
      ' Status',
      'Greeting',
    ]);
    expect(foldersInOrder(tree)).toEqual([
      'flows/empty',
      'flows/Part 2',
      'flows/Part 10',
      'flows/Shop',
      'flows/Shop/Orders',
    ]);
    expect(countedDocuments(tree)).toBe(3);
  });

  it('narrows to documents by name with their folders, and to folders with all that is in them', () => {
    expect(drawn(filteredTree(tree, 'fund'))).toEqual(['Shop/', ' Orders/', '  Refund']);
    expect(drawn(filteredTree(tree, ' SHOP'))).toEqual(['Shop/', ' Orders/', '  Refund', ' Status']);
    expect(drawn(filteredTree(tree, 'empty'))).toEqual(['empty/']);
    expect(drawn(filteredTree(tree, 'nothing'))).toEqual([]);
    expect(filteredTree(tree, ' ')).toBe(tree);
  });

  it('knows the names that are there more than once, whatever their case', () => {
    expect([...repeatedNames([{ name: 'A' }, { name: 'b' }, { name: 'a' }])]).toEqual(['a']);
  });
});
