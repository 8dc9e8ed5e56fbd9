import { documentFolders } from './document-folder.ts';
import { folderOf, lastName, ownFoldersUpTo, type FolderedKind } from './folder-path.ts';

/** What a tree needs to know of a document. */
export interface PlacedDocument {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

/** A folder with what is in it, ready to be shown: folders first, each in the order of their names. */
export interface FolderTree<Placed extends PlacedDocument = PlacedDocument> {
  /** Relative to the workspace; the place for all documents of a kind is the root. */
  readonly path: string;
  readonly name: string;
  readonly folders: readonly FolderTree<Placed>[];
  readonly documents: readonly Placed[];
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The documents of a kind in the folders of the workspace.
 *
 * @param folders those that are known of any kind; where a document lies in another one, there is that one too
 * @param documents in the order in which they are shown
 */
export function folderTree<Placed extends PlacedDocument>(
  kind: FolderedKind,
  folders: readonly string[],
  documents: readonly Placed[],
): FolderTree<Placed> {
  const root = documentFolders[kind];
  const all = allFolders(root, folders, documents);
  const documentsIn = groupedBy(documents, ({ folder }) => folder);
  const foldersIn = groupedBy(all, folderOf);
  const treeOf = (path: string): FolderTree<Placed> => ({
    path,
    name: lastName(path),
    folders: (foldersIn.get(path) ?? []).map(treeOf).sort((a, b) => names.compare(a.name, b.name)),
    documents: documentsIn.get(path) ?? [],
  });
  return treeOf(root);
}

/** Every folder of a kind, as a list to pick from: outer ones before inner ones, by name. */
export function foldersInOrder({ folders }: FolderTree): readonly string[] {
  return folders.flatMap((each) => [each.path, ...foldersInOrder(each)]);
}

/** How many documents are in a folder and in those in it. */
export function countedDocuments({ documents, folders }: FolderTree): number {
  return folders.reduce((sum, each) => sum + countedDocuments(each), documents.length);
}

/** The part of a tree in which names have a text in them: documents, and folders with everything in them. */
export function filteredTree<Placed extends PlacedDocument>(
  tree: FolderTree<Placed>,
  text: string,
): FolderTree<Placed> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return tree;
  const fits = ({ name }: { readonly name: string }) => name.toLowerCase().includes(wanted);
  const part = (each: FolderTree<Placed>): FolderTree<Placed> => ({
    ...each,
    documents: each.documents.filter(fits),
    folders: each.folders
      .map((inner) => (fits(inner) ? inner : part(inner)))
      .filter((inner) => fits(inner) || inner.documents.length > 0 || inner.folders.length > 0),
  });
  return part(tree);
}

/** The names that several documents have, whatever their case: these need more to be told apart by. */
export function repeatedNames(documents: readonly { readonly name: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of documents) {
    const key = name.toLowerCase();
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function allFolders(
  root: string,
  folders: readonly string[],
  documents: readonly PlacedDocument[],
): readonly string[] {
  const all = [...folders, ...documents.map(({ folder }) => folder)].flatMap(ownFoldersUpTo);
  return [...new Set(all)].filter((folder) => folder.startsWith(`${root}/`));
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
