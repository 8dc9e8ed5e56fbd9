import { Panel, useReactFlow, useStore, useStoreApi, type ReactFlowState } from '@xyflow/react';
import { memo, useDeferredValue, useEffect, useMemo, useRef, type PointerEvent } from 'react';
import { shallow } from 'zustand/shallow';
import type { CanvasItem } from './canvas-model.ts';
import { boxAroundItems, minimapArea, minimapLooks, minimapShapes } from './minimap-shapes.ts';
import { viewOf } from './snap-rules.ts';
import styles from './flow-minimap.module.css';

const sizePx = { width: 164, height: 84 } as const;
const marginPx = 8;
/** How much a step of the wheel zooms. */
const zoomByPx = 0.002;

/**
 * All cards in small, with the part in view, which is dragged and zoomed here too. The library's own map has an element and
 * a subscription for each card, which a flow of thousands pays for in every frame.
 */
export function FlowMinimap(shown: { readonly items: readonly CanvasItem[] }) {
  // What is dragged moves first where it is dragged.
  const items = useDeferredValue(shown.items);
  const cards = useMemo(() => boxAroundItems(items), [items]);
  const map = useRef<SVGSVGElement>(null);
  const canvas = useStoreApi();
  const { setViewport, zoomTo } = useReactFlow();
  const frame = useStore(frameOf, shallow);
  const view = viewOf({
    transform: [frame.x, frame.y, frame.zoom],
    width: frame.width,
    height: frame.height,
  });
  const area = minimapArea(cards, view, sizePx, marginPx);
  // React listens to the wheel without a say in it; the page behind the map must not move.
  useEffect(() => {
    const element = map.current;
    const zoomed = (event: WheelEvent) => {
      event.preventDefault();
      event.stopPropagation();
      void zoomTo(canvas.getState().transform[2] * 2 ** (-event.deltaY * zoomByPx));
    };
    element?.addEventListener('wheel', zoomed, { passive: false });
    return () => element?.removeEventListener('wheel', zoomed);
  }, [canvas, zoomTo]);
  const dragged = ({ buttons, movementX, movementY }: PointerEvent) => {
    if (buttons !== 1) return;
    const [x, y, zoom] = canvas.getState().transform;
    const by = area.scale * zoom;
    void setViewport({ x: x - movementX * by, y: y - movementY * by, zoom });
  };
  return (
    <Panel position="bottom-left" className={`react-flow__minimap ${styles.minimap ?? ''}`} style={sizePx}>
      <svg
        ref={map}
        role="img"
        aria-label="Minimap"
        viewBox={[area.x, area.y, area.width, area.height].map(String).join(' ')}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={dragged}
      >
        <Shapes items={items} />
        <path
          className={styles.mask}
          fillRule="evenodd"
          d={`M${corner(area)}h${String(area.width)}v${String(area.height)}h${String(-area.width)}zM${corner(view)}h${String(view.width)}v${String(view.height)}h${String(-view.width)}z`}
        />
      </svg>
    </Panel>
  );
}

const corner = ({ x, y }: { readonly x: number; readonly y: number }): string => `${String(x)} ${String(y)}`;

const Shapes = memo(function Shapes({ items }: { readonly items: readonly CanvasItem[] }) {
  const shapes = useMemo(() => minimapShapes(items), [items]);
  return minimapLooks.map((look) => <path key={look} className={styles[look]} d={shapes.get(look)} />);
});

const frameOf = ({ height, transform: [x, y, zoom], width }: ReactFlowState) => ({
  x,
  y,
  zoom,
  width,
  height,
});
