import type { AppInfo } from '#shared/ipc/channels/app-channels.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

/** What the application tells about itself, and how it ends. */
export interface AppPort {
  readonly info: AppInfo;
  /** Ends the application without asking the page again. */
  readonly quit: () => void;
  /** Goes on: the person decides in the page whether to quit. */
  readonly stay: () => void;
}

/** Handlers of `app.*`. */
export function appHandlers(app: AppPort): Pick<Handlers, 'app.info' | 'app.quit' | 'app.stay'> {
  return {
    'app.info': () => app.info,
    'app.quit': () => {
      app.quit();
      return null;
    },
    'app.stay': () => {
      app.stay();
      return null;
    },
  };
}
