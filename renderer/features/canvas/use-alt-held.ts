import { useEffect, useRef, type RefObject } from 'react';

const events = ['pointerdown', 'pointermove', 'keydown', 'keyup'] as const;

/** Whether Alt is held now, also while a card is dragged out of the canvas. */
export function useAltHeld(): RefObject<boolean> {
  const held = useRef(false);
  useEffect(() => {
    const heard = ({ altKey }: PointerEvent | KeyboardEvent) => {
      held.current = altKey;
    };
    for (const name of events) window.addEventListener(name, heard, { capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, heard, { capture: true });
    };
  }, []);
  return held;
}
