import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { isDocumentName } from './list-document-files.ts';

/** How long it must be quiet: a checkout or a formatter touches many files, and a move comes as two events. */
const quietMs = 150;
/** How long a disk that is never quiet can keep us waiting. */
const longestWaitMs = 2000;

export interface FileWatch {
  /** Resolves when every change from now on is noticed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls back with files of documents that were touched, by whomever, when it has been quiet for a moment; and says whether
 * folders came or went.
 *
 * @param onTouched gets names relative to the folder, with slashes
 * @param onTrouble gets a sentence for the log where the system cannot watch; saving still notices every change
 */
export function watchFiles(
  folder: string,
  onTouched: (files: readonly string[], folders: boolean) => void,
  onTrouble: (sentence: string) => void,
): FileWatch {
  const gathered = gatherTouched(onTouched);
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    // A file that is replaced by renaming is looked at when it is quiet; there is nothing to guess here.
    atomic: false,
    ignored: (file) => !isWatched(relativeName(folder, file)),
  });
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      const name = relativeName(folder, file);
      if (isDocumentName(path.posix.basename(name))) gathered.add(name);
    });
  }
  for (const event of ['addDir', 'unlinkDir'] as const) watcher.on(event, () => gathered.addFolder());
  watcher.on('error', (error) =>
    onTrouble(`Changes of other programs are not noticed at once: ${String(error)}`),
  );
  return {
    ready: readiness(watcher),
    async close() {
      gathered.stop();
      await watcher.close();
    },
  };
}

function readiness(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.once('ready', resolve);
    // A system without watches never gets ready, and must not keep anybody waiting.
    watcher.once('error', () => resolve());
  });
}

function relativeName(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

/** The workspace itself, the folders for documents and what is below them; nothing hidden, nothing else. */
function isWatched(name: string): boolean {
  if (name === '') return true;
  const segments = name.split('/');
  const isDocuments = Object.values(documentFolders).includes(segments[0] ?? '');
  return isDocuments && !segments.some((segment) => segment.startsWith('.'));
}

function gatherTouched(onTouched: (files: readonly string[], folders: boolean) => void) {
  const touched = new Set<string>();
  let folders = false;
  let timer: NodeJS.Timeout | null = null;
  let waitingSinceMs = 0;
  const report = () => {
    timer = null;
    const files = [...touched];
    const withFolders = folders;
    touched.clear();
    folders = false;
    onTouched(files, withFolders);
  };
  const later = () => {
    const nowMs = Date.now();
    if (timer === null) waitingSinceMs = nowMs;
    else clearTimeout(timer);
    timer = setTimeout(report, Math.max(0, Math.min(quietMs, waitingSinceMs + longestWaitMs - nowMs)));
  };
  return {
    add(file: string) {
      touched.add(file);
      later();
    },
    addFolder() {
      folders = true;
      later();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
