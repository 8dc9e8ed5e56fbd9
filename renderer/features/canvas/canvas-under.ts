/** A point of the window, as events of the pointer tell it. */
export interface WindowPoint {
  readonly clientX: number;
  readonly clientY: number;
}

/** The connection whose line is at a point of the window, by the id of the line; `null` where there is none. */
export function lineUnder(at: WindowPoint): string | null {
  return idUnder(at, '.react-flow__edge');
}

/** The node whose card is at a point of the window; `null` where there is none. */
export function nodeUnder(at: WindowPoint): string | null {
  return idUnder(at, '.react-flow__node');
}

function idUnder({ clientX, clientY }: WindowPoint, selector: string): string | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const found = element.closest<HTMLElement | SVGElement>(selector)?.dataset['id'];
    if (found !== undefined) return found;
  }
  return null;
}
