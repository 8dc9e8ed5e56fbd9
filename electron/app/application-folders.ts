import path from 'node:path';
import type { App } from 'electron';

/** Where the application finds its own parts and keeps what it knows; absolute paths. */
export interface ApplicationFolders {
  readonly userData: string;
  readonly logs: string;
  readonly preload: string;
  /** The script of the thread that works on bundles. */
  readonly bundleWorker: string;
  /** The built page. */
  readonly page: string;
  /** The example as it came with the application, and the person's own copy of it. */
  readonly exampleSource: string;
  readonly exampleCopy: string;
  /** Where a first workspace goes, the best first. */
  readonly usualWorkspaces: readonly string[];
}

/**
 * The folders of this installation.
 *
 * @param built the folder of the built main program; its neighbours are the preload script and the page
 */
export function applicationFolders(
  app: Pick<App, 'getPath' | 'getAppPath'>,
  built: string,
): ApplicationFolders {
  const userData = app.getPath('userData');
  return {
    userData,
    logs: path.join(userData, 'logs'),
    preload: path.join(built, '../preload/preload.cjs'),
    bundleWorker: path.join(built, 'bundle-worker.cjs'),
    page: path.join(built, '../renderer'),
    exampleSource: path.join(app.getAppPath(), 'examples', 'order-lookup'),
    exampleCopy: path.join(userData, 'example'),
    usualWorkspaces: [path.join(app.getPath('documents'), 'Flowbench'), path.join(userData, 'workspace')],
  };
}
