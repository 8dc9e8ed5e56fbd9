import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Whether a strip holds more than it shows; measured when its size or the number of its parts changes. */
export function useOverflow(strip: RefObject<HTMLElement | null>, parts: number): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = strip.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const part of element.children) observer.observe(part);
    return () => observer.disconnect();
  }, [strip, parts]);
  return overflows;
}
