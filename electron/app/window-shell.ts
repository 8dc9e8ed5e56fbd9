import { nativeTheme, screen, type BrowserWindow, type WebContents } from 'electron';
import type { Settings } from '#shared/settings/settings.ts';
import type { TrustedPage } from '../ipc/trusted-sender.ts';
import type { Log } from './log.ts';
import { createMainWindow } from './main-window.ts';
import { pageRecovery } from './page-recovery.ts';
import { isEntryAddress, isOwnAddress, type PageSource } from './page-source.ts';
import type { PersonDialogs } from './person-dialogs.ts';
import { windowPlacement } from './window-bounds.ts';
import { windowClosing } from './window-closing.ts';
import { rememberWindow } from './window-memory.ts';
import { windowColour } from './window-theme.ts';

/** What the window needs from those around it. */
export interface WindowShellPorts {
  readonly source: PageSource;
  readonly preload: string;
  readonly devTools: boolean;
  readonly log: Log;
  readonly dialogs: PersonDialogs;
  readonly settings: () => Settings;
  readonly rememberBounds: (bounds: NonNullable<Settings['window']>) => void;
  /** Asks the page to save and to quit. */
  readonly askPageToQuit: () => void;
  readonly onFocus: () => void;
}

/** The one window of the application, from its making to its end. */
export interface WindowShell {
  readonly window: () => BrowserWindow | null;
  readonly page: () => WebContents | null;
  /** Who may call the main process now. */
  readonly trustedPage: () => TrustedPage | null;
  /** Makes the window and loads the page. */
  readonly open: () => void;
  /** Brings the window before the person. */
  readonly focus: () => void;
  /** The page has called, so it is there and can be asked. */
  readonly pageCalled: () => void;
  /** The page has saved what there was: the window may close. */
  readonly allowClosing: () => void;
  /** The page asks the person: the window stays until it is closed once more. */
  readonly keepOpen: () => void;
}

/** Prepares the window; nothing is made before `open`. */
export function windowShell(ports: WindowShellPorts): WindowShell {
  const { source, log, dialogs } = ports;
  let window: BrowserWindow | null = null;
  let pageAnswers = false;
  const closing = windowClosing({
    pageAnswers: () => pageAnswers,
    askPage: ports.askPageToQuit,
    askPerson: async () => {
      const question = 'Flowbench is still saving. What was not saved is lost if it closes now.';
      return (await dialogs.choose(question, ['Wait', 'Close anyway'])) === 0 ? 'wait' : 'close';
    },
    closeNow: () => window?.close(),
  });
  const pageGone = (): void => {
    pageAnswers = false;
    closing.forgotten();
  };

  const load = (made: BrowserWindow): void => {
    made.loadURL(source.entryUrl).catch((error: unknown) => log.defect('the page did not load', error));
  };

  const open = (): void => {
    const made = createMainWindow(windowOptions(ports));
    window = made;
    made.on('close', (event) => {
      if (!closing.requested()) event.preventDefault();
    });
    made.on('closed', () => (window = null));
    made.on('focus', ports.onFocus);
    rememberWindow(made, ports.rememberBounds);
    made.webContents.on('did-navigate', (_event, url) => {
      pageGone();
      // An empty page is let through by the engine without asking; nothing else gets here.
      if (!isEntryAddress(source, url)) load(made);
    });
    made.webContents.on('did-fail-load', (_event, _code, _description, _url, isMainFrame) => {
      if (isMainFrame) pageGone();
    });
    keepPageAlive(made, ports, pageGone);
    load(made);
  };

  return {
    window: () => window,
    page: () => window?.webContents ?? null,
    trustedPage: () => {
      if (window === null) return null;
      const isOwn = (url: string) => isOwnAddress(source, url);
      return { contentsId: window.webContents.id, origin: source.origin, isOwn };
    },
    open,
    focus: () => {
      if (window?.isMinimized() === true) window.restore();
      window?.show();
      window?.focus();
    },
    pageCalled: () => (pageAnswers = true),
    allowClosing: () => closing.allowed(),
    keepOpen: () => closing.forgotten(),
  };
}

function windowOptions({ settings, preload, devTools }: WindowShellPorts) {
  const { window: remembered, theme } = settings();
  const main = screen.getPrimaryDisplay();
  const displays = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)];
  return {
    placement: windowPlacement(
      remembered,
      displays.map(({ workArea }) => workArea),
    ),
    maximized: remembered?.maximized ?? false,
    colour: windowColour(theme, nativeTheme),
    preload,
    devTools,
  };
}

function keepPageAlive(
  window: BrowserWindow,
  { log, dialogs }: WindowShellPorts,
  pageGone: () => void,
): void {
  const decide = pageRecovery(() => performance.now());
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    pageGone();
    log.note(`The page is gone: ${reason}, ${exitCode}.`);
    const way = decide();
    // Electron is not to be told to load from within the very event that says the process is gone.
    setImmediate(() => void (way === 'reload' ? reloaded(window, dialogs) : givenUp(window, dialogs)));
  });
}

async function reloaded(window: BrowserWindow, dialogs: PersonDialogs): Promise<void> {
  if (window.isDestroyed()) return;
  window.webContents.reload();
  await dialogs.tell(
    'The window stopped working and was loaded again. What was saved is there; an edit of the last second, or one that could not be saved, is lost.',
  );
}

async function givenUp(window: BrowserWindow, dialogs: PersonDialogs): Promise<void> {
  const question = 'The window stopped working again. What was saved is in the files of the workspace.';
  const choice = await dialogs.choose(question, ['Load it once more', 'Quit']);
  if (window.isDestroyed()) return;
  if (choice === 0) window.webContents.reload();
  else window.close();
}
