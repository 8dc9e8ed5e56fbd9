import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef, type ReactNode, type RefObject } from 'react';
import { classNames } from '../class-names.ts';
import { IconButton } from '../button/icon-button.tsx';
import { focusedAtOnce } from './focused-at-once.ts';
import { InPopupLayer } from './popup-layer.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Called by Escape, by the cross, and by a click beside it unless something is typed in it. */
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence under the title. */
  readonly description?: ReactNode;
  /** The buttons, right-aligned, the safe one first. */
  readonly footer?: ReactNode;
  /** 380 for a question, 520 for a form, 760 for a table. */
  readonly width?: 'narrow' | 'wide' | 'broad' | undefined;
  /** Something is typed in it that closing throws away: a click beside it does nothing. */
  readonly keepsTyped?: boolean | undefined;
  /** What has the focus first; without it the first thing that can. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  readonly children?: ReactNode;
}

/** A dialog for what cannot stand in the window itself: a question that undo cannot answer, or a short form. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  width = 'narrow',
  keepsTyped = false,
  initialFocus,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} disablePointerDismissal={keepsTyped}>
      <InPopupLayer portal={Base.Portal}>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup
          ref={popup}
          className={classNames(styles.dialog, styles[width])}
          initialFocus={() => focusedAtOnce((initialFocus ?? popup).current)}
        >
          <Base.Title className={styles.title}>{title}</Base.Title>
          {description !== undefined && (
            <Base.Description className={styles.description}>{description}</Base.Description>
          )}
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
          {/* Last in order, so that a form's first field has the focus first. */}
          {width !== 'narrow' && (
            <Base.Close
              render={<IconButton icon="x" label="Close" keys="Escape" className={styles.close} />}
            />
          )}
        </Base.Popup>
      </InPopupLayer>
    </Base.Root>
  );
}
