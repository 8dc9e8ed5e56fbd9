import type { Box } from '#shared/flow/box.ts';
import type { SnapRules } from '#shared/flow/alignment-guides.ts';
import { viewStore } from '../../store/view-store.ts';
import { gridPx } from './canvas-grid.ts';

/** How near a guide draws a card to it, in pixels of the screen: the same at any zoom. */
const guidePx = 6;

/** What is known of a canvas: where it stands, and how large it is. */
export interface CanvasFrame {
  readonly transform: readonly [x: number, y: number, zoom: number];
  readonly width: number;
  readonly height: number;
}

/** By what cards are drawn into place at the present zoom. */
export function snapRules({ transform: [, , zoom] }: CanvasFrame): SnapRules {
  return { tolerance: guidePx / zoom, grid: viewStore.getState().snap ? gridPx : null };
}

/** The part of the flow that is in view. */
export function viewOf({ height, transform: [x, y, zoom], width }: CanvasFrame): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}
