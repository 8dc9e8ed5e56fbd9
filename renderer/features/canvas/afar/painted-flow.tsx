import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { keptWhileSame } from '../../../store/kept-while-same.ts';
import type { CanvasItem, CanvasLine, CanvasNode, ConnectionLook } from '../canvas-model.ts';
import { paintedCard, paintedTokens, type PaintedCard, type PaintedToken } from './painted-card.ts';
import { paintFlow, type PaintedColours, type PaintedLines } from './paint-flow.ts';
import styles from './painted-flow.module.css';

interface PaintedFlowProps {
  readonly items: readonly CanvasItem[];
  readonly lines: readonly CanvasLine[];
}

/** The cards and lines of a large flow that is seen from afar, without an element for each. */
export function PaintedFlow({ items, lines }: PaintedFlowProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const canvas = useStoreApi();
  const colours = useColours();
  const cards = useMemo(() => items.filter(isCard).map((item): PaintedCard => paintedCard(item)), [items]);
  const paths = usePaths(lines);
  useEffect(() => {
    const context = element.current?.getContext('2d') ?? null;
    if (context === null) return;
    let asked = 0;
    const paint = () => {
      asked = 0;
      const { height, transform, width } = canvas.getState();
      const ratio = window.devicePixelRatio;
      sizeTo(context.canvas, Math.round(width * ratio), Math.round(height * ratio));
      paintFlow(context, { cards, lines: paths }, { transform, width, height }, colours, ratio);
    };
    // Once for each frame, however often something changes before it.
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(paint);
    };
    paint();
    const stop = canvas.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        ask();
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [canvas, cards, paths, colours]);
  return <canvas ref={element} className={styles.painted} aria-hidden data-painted={cards.length} />;
}

const isCard = (item: CanvasItem): item is CanvasNode => item.type === 'card';

function sizeTo(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}

const lookColours: readonly (readonly [ConnectionLook, PaintedToken])[] = [
  ['idle', 'edge'],
  ['taken', 'edge-taken'],
  ['running', 'edge-taken'],
  ['failed', 'edge-failed'],
];

/** The lines of each look as one path, which is made anew only when one of them changes. */
function usePaths(lines: readonly CanvasLine[]): readonly PaintedLines[] {
  const [kept] = useState(() => keptWhileSame((all: readonly CanvasLine[]) => all));
  const same = kept(lines);
  return useMemo(
    () =>
      lookColours.map(([look, colour]) => ({
        colour,
        path: new Path2D(same.flatMap(({ data }) => (data?.look === look ? [data.path] : [])).join(' ')),
      })),
    [same],
  );
}

/** The colours of the theme, read anew when it changes: that is a class on the page's root. */
function useColours(): PaintedColours {
  const [colours, setColours] = useState(coloursNow);
  useEffect(() => {
    const themes = new MutationObserver(() => setColours(coloursNow()));
    themes.observe(document.documentElement, { attributeFilter: ['class'] });
    return () => themes.disconnect();
  }, []);
  return colours;
}

function coloursNow(): PaintedColours {
  const computed = getComputedStyle(document.documentElement);
  const colours = paintedTokens.map((token) => [token, computed.getPropertyValue(`--${token}`).trim()]);
  return Object.fromEntries(colours) as Record<PaintedToken, string>;
}
