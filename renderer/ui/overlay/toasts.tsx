import { Toast as Base, type ToastObject } from '@base-ui/react/toast';
import { useEffect, type ReactNode } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { Button } from '../button/button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { ToastContent, ToastQueue } from './toast-queue.ts';
import styles from './toasts.module.css';

const SHOWN_FOR_MS = 8_000;
const AT_ONCE = 3;

/** Makes toasts possible below it; `queue` lets code outside React show them too. */
export function ToastProvider({
  queue,
  children,
}: {
  readonly queue: ToastQueue;
  readonly children: ReactNode;
}) {
  // The provider below listens from its own effect on, which comes before this one.
  useEffect(() => queue.listened(), [queue]);
  return (
    <Base.Provider toastManager={queue.manager} timeout={SHOWN_FOR_MS} limit={AT_ONCE}>
      {children}
    </Base.Provider>
  );
}

interface ToastAreaProps {
  /** Below what is shown, which makes room, in place of over it. */
  readonly below?: boolean;
}

/** Where toasts appear: at the top centre of the nearest positioned element, or below. They stay while hovered or focused. */
export function ToastArea({ below = false }: ToastAreaProps) {
  const { toasts } = Base.useToastManager<ToastContent>();
  return (
    <Base.Viewport
      className={classNames(styles.area, below && toasts.length > 0 && styles.below)}
      aria-label="Notifications"
    >
      {toasts.map((toast) => (
        // Base UI hides an urgent one from screen readers until it has the focus, which it can get all the same.
        <Base.Root
          key={toast.id}
          toast={toast}
          swipeDirection="up"
          aria-hidden={false}
          data-toast
          className={styles.toast}
        >
          <ToastBody toast={toast} />
        </Base.Root>
      ))}
    </Base.Viewport>
  );
}

function ToastBody({ toast }: { readonly toast: ToastObject<ToastContent> }) {
  const { close } = Base.useToastManager();
  const content = toast.data;
  return (
    <>
      <Icon name={content?.icon ?? 'info'} className={styles.icon} />
      <div className={styles.words}>
        <Base.Title className={styles.title} />
        <Base.Description className={styles.body} />
        {content?.action !== undefined && (
          <Base.Action
            render={<Button look="link" />}
            className={styles.action}
            onClick={() => {
              content.action?.onClick();
              close(toast.id);
            }}
          >
            {content.action.label}
          </Base.Action>
        )}
      </div>
      {/* Base UI hides it from screen readers until the toast is hovered, yet leaves it in the tab order. */}
      <Base.Close
        aria-hidden={false}
        render={<IconButton icon="x" label="Close" size={20} className={styles.close} />}
      />
    </>
  );
}
