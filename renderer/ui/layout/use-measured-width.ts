import { useCallback, useState } from 'react';

/** The width of an element in pixels, as it is laid out and whenever it changes; 0 before it is there. */
export function useMeasuredWidth(): readonly [ref: (element: HTMLElement | null) => void, widthPx: number] {
  const [widthPx, setWidthPx] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, widthPx];
}
