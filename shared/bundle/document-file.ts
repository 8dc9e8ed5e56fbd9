import { folderPathSchema, folderNameTrouble, folderOf, lastName } from '../workspace/folder-path.ts';

/**
 * Whether a text may name the file of a document: `flows/Support/ask.json`, in a folder for documents, with names that every
 * system can hold and no step out of the workspace. What a stranger wrote is read here, so it is stricter than the disk.
 */
export function isDocumentFile(file: string): boolean {
  const folder = folderOf(file);
  const name = lastName(file);
  if (!name.endsWith('.json') || !folderPathSchema.safeParse(folder).success) return false;
  const names = [...folder.split('/'), name.slice(0, -'.json'.length)];
  return names.every((each) => folderNameTrouble(each) === null);
}
