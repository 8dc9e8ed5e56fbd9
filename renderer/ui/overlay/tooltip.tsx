import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from '../status/kbd.tsx';
import { InPopupLayer } from './popup-layer.tsx';
import styles from './tooltip.module.css';

export interface TooltipProps {
  /** What the tip says; nothing is shown where it is empty. */
  readonly content: ReactNode;
  /** A shorter second part, such as "drag, or press". */
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** The one element that the tip belongs to; it must pass its props and ref on. */
  readonly children: ReactElement<Record<string, unknown>>;
}

const SHOWN_AFTER_MS = 500;
const GAP_PX = 6;

/**
 * Names an element on hover and keyboard focus. The element carries its own accessible name; the tip repeats it.
 *
 * With nothing to say it is off but still there: were it left out, the element would be made anew, and lose the focus,
 * whenever a reason comes or goes.
 */
export function Tooltip({ content, hint, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root disabled={isNothing(content)}>
      <Base.Trigger render={children} delay={SHOWN_AFTER_MS} />
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner side={side} sideOffset={GAP_PX} className={styles.positioner}>
          <Base.Popup className={styles.tip}>
            <span>{content}</span>
            {hint !== undefined && <span className={styles.hint}>{hint}</span>}
            {keys !== undefined && keys !== '' && <Kbd keys={keys} />}
          </Base.Popup>
        </Base.Positioner>
      </InPopupLayer>
    </Base.Root>
  );
}

/** Lets neighbouring tips follow one another without the first delay; once, round the whole window. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return <Base.Provider delay={SHOWN_AFTER_MS}>{children}</Base.Provider>;
}

function isNothing(content: ReactNode): boolean {
  return content === undefined || content === null || content === false || content === '';
}
