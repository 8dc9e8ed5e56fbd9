import type { BrowserWindow } from 'electron';
import type { Settings } from '#shared/settings/settings.ts';

type RememberedBounds = NonNullable<Settings['window']>;

const pauseMs = 500;

/** Remembers where the window is and how large, some time after it was last moved, and at once when it closes. */
export function rememberWindow(window: BrowserWindow, remember: (bounds: RememberedBounds) => void): void {
  let timer: NodeJS.Timeout | null = null;
  const now = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!window.isDestroyed()) remember({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(now, pauseMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', now);
}
