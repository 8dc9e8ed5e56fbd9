// One running application for many stories in turn: starting it anew takes as long as half a story, and proves nothing
// where a story is about what the window does once it is there.
import { dialogsKept, shownAfresh } from './as-freshly-started.ts';
import { isExampleAsked } from './fresh-workspaces.ts';
import { launchApp, removeFolders, type LaunchedApp, type LaunchOptions } from './launch-app.ts';

/** The application of one worker, as long as stories want it. */
export interface SharedWindow {
  /** What a start with these options opens, in a page that was just loaded. */
  readonly take: (options: LaunchOptions) => Promise<LaunchedApp>;
  /** The story is over. Throws if an error went uncaught in the page. */
  readonly giveBack: () => void;
  /** Quits the application, if it runs, and removes its folders. */
  readonly end: () => Promise<void>;
}

const shareable = new Set(['window', 'workspace', 'settings', 'args']);

/**
 * Whether a running application can show what this start would: not where it asks for a profile, an environment or arguments
 * of its own, and only where it names a size, since nobody knows which one the story before has left.
 */
export function canBeShared(options: LaunchOptions = {}): boolean {
  if (options.window === undefined) return false;
  if (!Object.keys(options).every((name) => shareable.has(name))) return false;
  return isExampleAsked(options) || (options.workspace !== null && options.args === undefined);
}

/** Starts nothing before it is taken for the first time. */
export function sharedWindow(): SharedWindow {
  let running: LaunchedApp | null = null;
  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    await ended?.close();
    if (ended !== null) await removeFolders(ended.userData, ended.workspace);
  };
  return {
    async take(options) {
      if (running === null) {
        running = await launchApp();
        await dialogsKept(running);
      }
      running = await shownAfresh(running, options);
      return { ...running, close: end };
    },
    giveBack: () => running?.settled(),
    end,
  };
}
