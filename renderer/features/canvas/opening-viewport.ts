import type { Flow } from '#shared/flow/flow.ts';
import type { Viewport } from '#shared/settings/view-state.ts';
import { cardBox } from './node-size.ts';

/** Space round the cards that the palette and the controls stand in, in pixels. */
export interface FreeEdges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Below this a flow that opens is cut off at the right rather than made too small to read. */
const leastZoom = 0.85;

/** Where the canvas stands when a flow opens for the first time: all of it where that can be read, else its beginning. */
export function openingViewport(
  flow: Flow,
  size: { readonly width: number; readonly height: number },
  free: FreeEdges,
): Viewport {
  const boxes = flow.nodes.map(cardBox);
  // A conversation grows to the right: one that only begins leaves the room there.
  if (boxes.length <= 1)
    return { x: free.left - (boxes[0]?.x ?? 0) + 16, y: free.top - (boxes[0]?.y ?? 0) + 16, zoom: 1 };
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const roomX = Math.max(1, size.width - free.left - free.right);
  const roomY = Math.max(1, size.height - free.top - free.bottom);
  const zoom = Math.min(1, Math.max(leastZoom, Math.min(roomX / width, roomY / height)));
  const slackX = Math.max(0, roomX - width * zoom) / 2;
  const slackY = Math.max(0, roomY - height * zoom) / 2;
  return {
    x: Math.round(free.left + slackX - left * zoom),
    y: Math.round(free.top + slackY - top * zoom),
    zoom: Math.round(zoom * 100) / 100,
  };
}
