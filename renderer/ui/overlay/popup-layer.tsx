import { createContext, useContext, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/**
 * Where everything that opens over the window stands in the page: menus, lists, tips and dialogs are its children, so that
 * a screen reader meets them in a landmark of their own and not between the others.
 */
const Layer = createContext<HTMLElement | null | undefined>(undefined);

/** Holds what opens over `children`; once, round the whole window. */
export function PopupLayer({ children }: { readonly children: ReactNode }) {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  return (
    <Layer value={layer}>
      {children}
      <section ref={setLayer} aria-label="Pop-ups" data-popup-layer="" />
    </Layer>
  );
}

interface InPopupLayerProps {
  /** The portal of the primitive that opens. */
  readonly portal: ComponentType<{ container?: HTMLElement | null | undefined; children?: ReactNode }>;
  readonly children: ReactNode;
}

/** Puts what opens into the layer; what opens from inside of it goes into the same portal, above it. */
export function InPopupLayer({ portal: Portal, children }: InPopupLayerProps) {
  return (
    <Portal container={useContext(Layer)}>
      <FocusOfDrawing />
      <Layer value={undefined}>{children}</Layer>
    </Portal>
  );
}

/** Gives the focus back to what is drawn and had it when the portal opened; the primitives do so for what is HTML. */
function FocusOfDrawing() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (!(before instanceof SVGElement)) return undefined;
    return () =>
      queueMicrotask(() => {
        if (before.isConnected && document.activeElement === document.body) before.focus();
      });
  }, [before]);
  return null;
}
