import path from 'node:path';
import { watch } from 'chokidar';
import { watchFiles } from '../../../workspace/watch-files.ts';

/** Watches what runs are made from; `close` ends that. */
export interface WatchedSources {
  /** Resolves when every change from now on is noticed. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Calls back when documents of a workspace's folder were written, or other files.
 *
 * @param folder the workspace; `null` for a bundle, which is one of the files
 * @param files real paths of what is read besides, such as a file of rows or one that a request sends
 * @param onChange gets the paths of other files that were written; none of them for documents
 */
export function watchedSources(
  folder: string | null,
  files: readonly string[],
  onChange: (files: readonly string[]) => void,
): WatchedSources {
  const documents =
    folder === null
      ? null
      : watchFiles(
          folder,
          () => onChange([]),
          () => undefined,
        );
  const others = watch([...files], { ignoreInitial: true });
  for (const event of ['add', 'change', 'unlink'] as const)
    others.on(event, (file) => onChange([path.resolve(file)]));
  const ready =
    files.length === 0 ? Promise.resolve() : new Promise<void>((resolve) => others.once('ready', resolve));
  return {
    ready: Promise.all([documents?.ready, ready]).then(() => undefined),
    close: async () => {
      await documents?.close();
      await others.close();
    },
  };
}
