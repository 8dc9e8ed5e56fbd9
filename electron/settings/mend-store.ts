import {
  chmodSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';

/** The names that belong to one store. */
export interface StoreFiles {
  readonly folder: string;
  readonly file: string;
  /** A copy of the last content that was read or written whole. */
  readonly lastGood: string;
}

/** The names of a store's files. */
export function storeFiles(folder: string, name: string): StoreFiles {
  return {
    folder,
    file: path.join(folder, `${name}.json`),
    lastGood: path.join(folder, `${name}.last-good.json`),
  };
}

/**
 * Makes a store's file one that can be opened: the folder private, leftovers of killed writes gone, a damaged file renamed
 * and replaced by the last good copy. Synchronous like the store itself, since the window waits for its settings.
 *
 * @returns a sentence for the log where something was mended
 */
export function mendStore(files: StoreFiles): string | null {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  chmodSync(files.folder, 0o700);
  removeLeftovers(files);
  if (!existsSync(files.file) || isWhole(files.file)) return null;
  const aside = setAside(files.file);
  const damage = `${files.file} was damaged and is kept as ${path.basename(aside)}`;
  if (!isWhole(files.lastGood)) return `${damage}; there is no earlier copy, so the defaults hold.`;
  copyWhole(files.lastGood, files.file);
  return `${damage}; the last good copy took its place.`;
}

/** Keeps a copy of what was just written, for the day on which the file is found damaged. */
export function keepLastGood({ file, lastGood }: StoreFiles): void {
  copyWhole(file, lastGood);
}

/** electron-store leaves `settings.json.tmp-…` behind when it is killed, and so could our own copies. */
function removeLeftovers({ folder, file, lastGood }: StoreFiles): void {
  const beginnings = [file, lastGood].map((each) => `${path.basename(each)}.tmp-`);
  for (const name of readdirSync(folder)) {
    if (beginnings.some((beginning) => name.startsWith(beginning))) unlinkSync(path.join(folder, name));
  }
}

function isWhole(file: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function setAside(file: string): string {
  for (let number = 1; ; number += 1) {
    const aside = `${file}.damaged-${number}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return aside;
  }
}

function copyWhole(from: string, to: string): void {
  const temporary = `${to}.tmp-copy`;
  copyFileSync(from, temporary);
  chmodSync(temporary, 0o600);
  const handle = openSync(temporary, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, to);
}
