// A window that was left on a screen that is gone must still be found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowPlacement } from '#electron/app/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const rightOfIt = { x: 1440, y: 0, width: 1920, height: 1080 };
const leftAt = (x: number, y: number, width = 1280, height = 800) => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('windowPlacement', () => {
  it('opens at the usual size, wherever the system likes, the first time', () => {
    expect(windowPlacement(null, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  it('opens where it was left', () => {
    expect(windowPlacement(leftAt(1500, 40), [laptop, rightOfIt])).toEqual({
      x: 1500,
      y: 40,
      width: 1280,
      height: 800,
    });
  });

  it('comes back to a display when the one it was on is gone', () => {
    expect(windowPlacement(leftAt(1500, 40), [laptop])).toEqual({ width: 1280, height: 800 });
  });

  it('is moved so that the title bar can be taken hold of', () => {
    expect(windowPlacement(leftAt(100, -300), [laptop])).toMatchObject({ x: 100, y: 0 });
    expect(windowPlacement(leftAt(-500, 20), [laptop])).toMatchObject({ x: 0, y: 20 });
  });

  it('is no larger than its display and no smaller than it can be used', () => {
    expect(windowPlacement(leftAt(0, 0, 5000, 4000), [laptop])).toMatchObject({ width: 1440, height: 900 });
    expect(windowPlacement(leftAt(0, 0, 10, 10), [laptop])).toMatchObject({ width: 960, height: 600 });
    expect(windowPlacement(leftAt(0, 0), [{ x: 0, y: 0, width: 800, height: 480 }])).toMatchObject({
      width: 960,
      height: 600,
    });
  });

  it('keeps a remembered size without a position', () => {
    expect(windowPlacement({ width: 1100, height: 700, maximized: true }, [laptop])).toEqual({
      width: 1100,
      height: 700,
    });
  });

  it('always leaves the top left corner on some display, whatever was remembered', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(number, number, number, number, (x, y, width, height) => {
        const placed = windowPlacement(leftAt(x, y, width, height), [laptop, rightOfIt]);
        expect(placed.width).toBeGreaterThanOrEqual(960);
        expect(placed.height).toBeGreaterThanOrEqual(600);
        if (placed.x === undefined || placed.y === undefined) return;
        const { x: left, y: top } = { x: placed.x, y: placed.y };
        const shown = [laptop, rightOfIt].some(
          (area) =>
            left >= area.x && left < area.x + area.width && top >= area.y && top < area.y + area.height,
        );
        expect(shown).toBe(true);
      }),
    );
  });
});
