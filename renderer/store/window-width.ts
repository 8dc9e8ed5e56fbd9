import { useSyncExternalStore } from 'react';

/** The three widths that DESIGN.md tells apart: under 1100, up to 1600, and above. */
export type WindowWidth = 'narrow' | 'normal' | 'wide';

const narrow = window.matchMedia('(max-width: 1099px)');
const wide = window.matchMedia('(min-width: 1600px)');

export function windowWidth(): WindowWidth {
  if (narrow.matches) return 'narrow';
  return wide.matches ? 'wide' : 'normal';
}

export function useWindowWidth(): WindowWidth {
  return useSyncExternalStore(subscribe, windowWidth);
}

function subscribe(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  wide.addEventListener('change', changed);
  return () => {
    narrow.removeEventListener('change', changed);
    wide.removeEventListener('change', changed);
  };
}
