import { useEffect } from 'react';

/** Marks the page once its first picture has been painted: what a bench or a screen reader's script can wait for. */
export function useReadySignal(): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      performance.mark('ready');
      document.documentElement.dataset['ready'] = 'true';
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
