import { chmodSync, existsSync } from 'node:fs';
import type { BackingStore, OpenBackingStore } from './backing-store.ts';
import { keepLastGood, mendStore, type StoreFiles, storeFiles } from './mend-store.ts';

/** A small file of settings that no crash, no damage and no full disk can turn into a window that does not open. */
export interface DurableStore {
  /** What the file holds; nothing where there is none. Keys of newer versions are among it. */
  read(): Readonly<Record<string, unknown>>;
  /** Replaces the content. Where it cannot be written it holds until the process ends, and the log says so. */
  write(value: Readonly<Record<string, unknown>>): void;
}

/** What a durable store is made of. */
export interface DurableStorePorts {
  readonly openStore: OpenBackingStore;
  /** Takes a sentence for the log. */
  readonly note?: (sentence: string) => void;
}

/**
 * electron-store with what it lacks: mode 0600 in a folder of mode 0700, leftovers cleared away, a damaged file set aside
 * instead of an exception or of an empty one, and a last good copy in its place.
 *
 * @param name of the file, without its ending
 */
export function openDurableStore(
  folder: string,
  name: string,
  { openStore, note = () => undefined }: DurableStorePorts,
): DurableStore {
  const files = storeFiles(folder, name);
  const backing = attempt(() => openMended(files, name, openStore, note), note);
  let value: Readonly<Record<string, unknown>> = attempt(() => backing?.store, note) ?? {};
  return {
    read: () => value,
    write(next) {
      value = next;
      attempt(() => {
        if (backing === undefined) return;
        backing.store = { ...next };
        keepLastGood(files);
      }, note);
    },
  };
}

function openMended(
  files: StoreFiles,
  name: string,
  openStore: OpenBackingStore,
  note: (sentence: string) => void,
): BackingStore {
  const mended = mendStore(files);
  if (mended !== null) note(mended);
  if (existsSync(files.file)) {
    chmodSync(files.file, 0o600);
    keepLastGood(files);
  }
  return openStore({
    cwd: files.folder,
    name,
    configName: name,
    fileExtension: 'json',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    serialize: (value) => `${JSON.stringify(value, null, 2)}\n`,
  });
}

function attempt<Result>(action: () => Result, note: (sentence: string) => void): Result | undefined {
  try {
    return action();
  } catch (error) {
    note(`Settings could not be read or written: ${error instanceof Error ? error.message : 'unknown'}`);
    return undefined;
  }
}
