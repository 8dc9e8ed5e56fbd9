/** A place on the canvas, in pixels at 100 %. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** The point at whole pixels, so that files stay readable. */
export function wholePixels({ x, y }: CanvasPoint): CanvasPoint {
  // Rounding can give -0, which a file would not give back.
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}
