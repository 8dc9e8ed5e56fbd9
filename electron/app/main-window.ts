import { BrowserWindow } from 'electron';
import { smallestWindow, type WindowPlacement } from './window-bounds.ts';

/** How the window is made. */
export interface MainWindowOptions {
  readonly placement: WindowPlacement;
  readonly maximized: boolean;
  /** What shows before the page has drawn. */
  readonly colour: string;
  /** The built preload script, an absolute path. */
  readonly preload: string;
  readonly devTools: boolean;
}

/**
 * Makes the one window, with a page that has no powers but a web page's and the bridge. It shows itself once the page has
 * drawn something.
 */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { placement, maximized, colour, preload, devTools } = options;
  const window = new BrowserWindow({
    ...placement,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Flowbench',
    backgroundColor: colour,
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      plugins: false,
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}
