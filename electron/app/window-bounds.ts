import type { Settings } from '#shared/settings/settings.ts';

/** A rectangle of the screen in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window that everything can be used in. */
export const smallestWindow = { width: 960, height: 600 } as const;
const usualWindow = { width: 1280, height: 800 } as const;

/** How much of the window must lie on a display, so that a person can find it and take hold of it. */
const visibleShare = 0.25;

/** How a window opens; without a position the system chooses one. */
export interface WindowPlacement {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the window opens: where it was left, if a display still shows enough of it; never larger than that display and
 * never smaller than it can be used.
 *
 * @param displays the work areas of the displays, the main one first
 */
export function windowPlacement(remembered: Settings['window'], displays: readonly Area[]): WindowPlacement {
  const [main] = displays;
  const { x, y, width, height } = remembered ?? (usualWindow as NonNullable<Settings['window']>);
  const wanted = {
    width: Math.max(width, smallestWindow.width),
    height: Math.max(height, smallestWindow.height),
  };
  if (x === undefined || y === undefined) return fitted(wanted, main);
  const display = displays.find(
    (area) => sharedArea(area, { x, y, ...wanted }) >= visibleShare * wanted.width * wanted.height,
  );
  if (display === undefined) return fitted(wanted, main);
  const size = fitted(wanted, display);
  return { ...size, ...insideOf(display, { x, y, ...size }) };
}

function fitted(size: { readonly width: number; readonly height: number }, display: Area | undefined) {
  if (display === undefined) return size;
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, display.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, display.height)),
  };
}

/** The title bar has to stay within reach: the top left corner is kept on the display. */
function insideOf(display: Area, window: Area): { readonly x: number; readonly y: number } {
  const within = (start: number, lowest: number, highest: number) =>
    Math.max(lowest, Math.min(start, highest));
  return {
    x: Math.round(within(window.x, display.x, display.x + display.width - window.width * visibleShare)),
    y: Math.round(within(window.y, display.y, display.y + display.height - window.height * visibleShare)),
  };
}

function sharedArea(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
