// Looks for a text in every byte of some folders, in every encoding in which a secret could have got there.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { searchedForms } from './secret-forms.ts';

/** Where a text was found: the file and the encoding. */
export interface Finding {
  readonly file: string;
  readonly encoding: string;
}

/** Every place below the folders where a text stands, in whatever form. */
export async function bytesFound(folders: readonly string[], text: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await foundIn(folder, text)));
  return findings;
}

/** A file that got another name between listing and reading is looked for once more: nothing may slip through. */
async function foundIn(folder: string, text: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  try {
    for (const file of await filesBelow(folder)) {
      const encodings = formsFound(await readFile(file), text);
      findings.push(...encodings.map((encoding) => ({ file: path.relative(folder, file), encoding })));
    }
    return findings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return foundIn(folder, text);
  }
}

/** The forms in which a text stands in some bytes. */
export function formsFound(bytes: Buffer, text: string): readonly string[] {
  const found = searchedForms(text).filter((form) => bytes.includes(form.bytes));
  return [...new Set(found.map(({ encoding }) => encoding))];
}

/** Every file below a folder; what goes away meanwhile is left out. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
