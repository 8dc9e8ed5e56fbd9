import { readdir } from 'node:fs/promises';
import { comparableName } from '#shared/workspace/folder-path.ts';
import { systemErrorCode } from './files/system-error.ts';

/**
 * A file name in a folder that nothing has yet: `order-lookup.json`, else `order-lookup-2.json` and so on.
 *
 * Names are compared as the least careful disk would, without case and Unicode form, since a workspace travels by git
 * from one system to another.
 *
 * @param ending with its dot
 * @param ownName a name that is about to be given up and so counts as free
 */
export async function freeFileName(
  folder: string,
  stem: string,
  ending: string,
  ownName?: string,
): Promise<string> {
  const names = (await namesIn(folder)).filter((name) => name !== ownName);
  const taken = new Set(names.map(comparableName));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!taken.has(comparableName(name))) return name;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
