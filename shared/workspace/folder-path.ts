import { z } from 'zod';
import { documentFolders } from './document-folder.ts';
import type { DocumentKind } from './document.ts';

/** The kinds of document that people sort into folders of their own (FORMATS, Workspace folder). */
export const folderedKinds = ['flow', 'endpoint'] as const satisfies readonly DocumentKind[];
export type FolderedKind = (typeof folderedKinds)[number];

/** People nest folders two or three deep; anything deeper is a loop of mounts or not meant for us. */
export const deepestFolder = 20;

/** Characters of a name. Four bytes each stay below the 255 bytes of a file name. */
const longestName = 60;

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
// eslint-disable-next-line no-control-regex -- these are what no system should meet in a name
const unwritable = /[\u0000-\u001f\u007f<>:"/\\|?*]/;

/**
 * A folder for documents, or one below it: relative to the workspace, with slashes, such as `flows/Support`. Nothing that
 * leads elsewhere and nothing hidden is one; names that other programs gave are, whatever they look like.
 */
export const folderPathSchema = z.string().refine(isFolderPath, 'is no folder for documents');

function isFolderPath(folder: string): boolean {
  const [top = '', ...names] = folder.split('/');
  const isSafe = (name: string) => name !== '' && !name.startsWith('.') && !/[\\\0]/.test(name);
  return Object.values(documentFolders).includes(top) && names.length < deepestFolder && names.every(isSafe);
}

/** Whether a folder is one that a person made for flows or for endpoints, and not the place for all of them. */
export function isOwnFolder(folder: string): boolean {
  return folderedKinds.some((kind) => folder.startsWith(`${documentFolders[kind]}/`));
}

/** Whether documents of a kind may lie in a folder. */
export function isFolderFor(kind: DocumentKind, folder: string): boolean {
  return isWithin(folder, documentFolders[kind]);
}

/** Whether a file or folder is a folder itself, or somewhere below it. */
export function isWithin(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

/** The folder that a file or a folder lies in. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** The last part of a path. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Where something within a folder lies once the folder is elsewhere. */
export function movedWith(name: string, from: string, to: string): string {
  return isWithin(name, from) ? to + name.slice(from.length) : name;
}

/** A folder and those that it is in, below the place for all documents of its kind; outermost first. */
export function ownFoldersUpTo(folder: string): readonly string[] {
  return isOwnFolder(folder) ? [...ownFoldersUpTo(folderOf(folder)), folder] : [];
}

/** The names of the person's folders on the way to a file: `Support / Billing`; empty where it is in none. */
export function folderInWords(file: string): string {
  return ownFoldersUpTo(folderOf(file)).map(lastName).join(' / ');
}

/** Whether two names are one on the least careful disk, which minds neither case nor Unicode form. */
export function isSameName(one: string, other: string): boolean {
  return comparableName(one) === comparableName(other);
}

/** A name without what the least careful disk does not mind. */
export function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Why a folder cannot be called so, in one sentence; `null` where it can, on every system. */
export function folderNameTrouble(name: string): string | null {
  if (name.trim() === '') return 'A folder needs a name.';
  if (unwritable.test(name)) return 'A folder’s name cannot have any of / \\ : * ? " < > | in it.';
  if (name.startsWith('.')) return 'A folder whose name begins with a dot is hidden; leave the dot out.';
  if (/[. ]$/.test(name) || name.startsWith(' '))
    return 'A folder’s name cannot begin or end with a space or end with a dot.';
  if (deviceName.test(name)) return `Windows keeps the name ${name} for a device; choose another one.`;
  if (Array.from(name).length > longestName)
    return `A folder’s name has at most ${String(longestName)} characters.`;
  return null;
}

/** Why a folder cannot lie somewhere under a name, beside what is there; `null` where it can. */
export function folderTrouble(folder: string, folders: readonly string[], own?: string): string | null {
  const name = lastName(folder);
  const trouble = own !== undefined && lastName(own) === name ? null : folderNameTrouble(name);
  if (trouble !== null) return trouble;
  if (own !== undefined && folder !== own && isWithin(folder, own))
    return `${lastName(own)} cannot be moved into itself.`;
  if (folder.split('/').length > deepestFolder)
    return `Folders can be ${String(deepestFolder - 1)} deep, and no deeper.`;
  const beside = folders.find(
    (each) => each !== own && folderOf(each) === folderOf(folder) && isSameName(lastName(each), name),
  );
  return beside === undefined ? null : `There is a folder ${lastName(beside)} already.`;
}
