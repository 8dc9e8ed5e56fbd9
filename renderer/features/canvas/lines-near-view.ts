import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { boxAround, boxesMeet, type Box } from '#shared/flow/box.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import { itemBox } from './minimap-shapes.ts';
import { viewOf, type CanvasFrame } from './snap-rules.ts';

/** The view goes through areas of this many views, so that the lines near it change seldom. */
const areaViews = 3;
const zoomSteps = 10;

/**
 * The lines at cards near the view of a large flow: the canvas library makes its books of all lines that it is given anew
 * with every move of a card.
 */
export function useLinesNearView(
  isLarge: boolean,
  items: readonly CanvasItem[],
  lines: CanvasLine[],
): CanvasLine[] {
  const name = useStore((state) => (isLarge ? areaName(state) : ''));
  return useMemo(() => (name === '' ? lines : linesIn(areaOf(name), items, lines)), [name, items, lines]);
}

/** The lines whose ends span a part of an area. */
export function linesIn(area: Box, items: readonly CanvasItem[], lines: readonly CanvasLine[]): CanvasLine[] {
  const boxes = new Map(items.map((item) => [item.id, itemBox(item)]));
  return lines.filter(({ source, target }) => {
    const ends = [boxes.get(source), boxes.get(target)].filter((box) => box !== undefined);
    const around = boxAround(ends);
    return around !== null && boxesMeet(around, area);
  });
}

// A name and no object, so that the canvas is drawn anew only when the view comes into another area.
function areaName(frame: CanvasFrame): string {
  const [x, y, zoom] = frame.transform;
  const least = Math.floor(zoom * zoomSteps) / zoomSteps;
  const view = viewOf({ ...frame, transform: [x, y, least === 0 ? zoom : least] });
  const { x: left, y: top } = viewOf(frame);
  return [Math.floor(left / view.width), Math.floor(top / view.height), view.width, view.height].join(' ');
}

function areaOf(name: string): Box {
  const [column = 0, row = 0, width = 0, height = 0] = name.split(' ').map(Number);
  return {
    x: (column - 1) * width,
    y: (row - 1) * height,
    width: areaViews * width,
    height: areaViews * height,
  };
}
