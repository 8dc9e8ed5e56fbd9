import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { classNames } from '../class-names.ts';
import { focusedAtOnce } from './focused-at-once.ts';
import { InPopupLayer } from './popup-layer.tsx';
import styles from './dialog.module.css';

export interface ConfirmDialogProps {
  readonly open: boolean;
  /** Names the thing: "Forget the token of Shop API?" */
  readonly title: string;
  /** The consequence. */
  readonly children: ReactNode;
  /** The way back, such as "Keep"; it stands first and has the focus. */
  readonly safeLabel: string;
  /** The verb of what will happen, such as "Forget token". */
  readonly confirmLabel: string;
  /** Whether what is confirmed destroys something; else it looks like the primary action. */
  readonly destructive?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what cannot be undone; where undo is possible, do it and offer undo in a toast instead. */
export function ConfirmDialog({
  open,
  title,
  children,
  safeLabel,
  confirmLabel,
  destructive = true,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onCancel()}>
      <InPopupLayer portal={Base.Portal}>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup
          className={classNames(styles.dialog, styles.narrow)}
          initialFocus={() => focusedAtOnce(safe.current)}
        >
          <Base.Title className={styles.title}>{title}</Base.Title>
          <Base.Description className={styles.description}>{children}</Base.Description>
          <div className={styles.footer}>
            <Button ref={safe} onClick={onCancel}>
              {safeLabel}
            </Button>
            <Button look={destructive ? 'danger-solid' : 'primary'} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Base.Popup>
      </InPopupLayer>
    </Base.Root>
  );
}
