import { Toast as Base } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { Button } from '../button/button.tsx';
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
  return (
    <Base.Provider toastManager={queue.manager} timeout={SHOWN_FOR_MS} limit={AT_ONCE}>
      {children}
    </Base.Provider>
  );
}

/** Where toasts appear: at the top centre of the nearest positioned element. They stay while hovered or focused. */
export function ToastArea() {
  const { toasts } = Base.useToastManager<ToastContent>();
  return (
    <Base.Viewport className={styles.area} aria-label="Notifications">
      {toasts.map((toast) => (
        <Base.Root key={toast.id} toast={toast} swipeDirection="up" className={styles.toast}>
          <ToastBody content={toast.data} />
        </Base.Root>
      ))}
    </Base.Viewport>
  );
}

function ToastBody({ content }: { readonly content: ToastContent | undefined }) {
  return (
    <>
      <Icon name={content?.icon ?? 'info'} className={styles.icon} />
      <div className={styles.words}>
        <Base.Title className={styles.title} />
        <Base.Description className={styles.body} />
        {content?.action !== undefined && (
          <Base.Close
            className={styles.action}
            onClick={content.action.onClick}
            render={<Button look="link">{content.action.label}</Button>}
          />
        )}
      </div>
      <Base.Close render={<IconButton icon="x" label="Close" size={20} className={styles.close} />} />
    </>
  );
}
