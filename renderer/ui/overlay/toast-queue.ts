import { Toast } from '@base-ui/react/toast';
import type { IconName } from '../icon/icon.tsx';

export interface ToastContent {
  /** The fact in a few words: "Track parcel removed". */
  readonly title: string;
  /** One line more: "3 connections went with it." */
  readonly body?: string | undefined;
  readonly icon?: IconName | undefined;
  /** One way on or back, such as Undo. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** Stays until it is closed, for what would be lost with it. */
  readonly stays?: boolean | undefined;
  /** Interrupts what a screen reader says, for what went wrong. */
  readonly urgent?: boolean | undefined;
}

/** Shows and closes toasts, from anywhere in the page. */
export interface ToastQueue {
  /** Returns an id to close it by. */
  readonly show: (content: ToastContent) => string;
  readonly close: (id: string) => void;
  readonly manager: ReturnType<typeof Toast.createToastManager<ToastContent>>;
}

/** Makes the queue that a window's `ToastProvider` shows; one for the window. */
export function createToastQueue(): ToastQueue {
  const manager = Toast.createToastManager<ToastContent>();
  return {
    manager,
    show: (content) =>
      manager.add({
        title: content.title,
        description: content.body,
        priority: content.urgent === true ? 'high' : 'low',
        data: content,
        ...(content.stays === true ? { timeout: 0 } : {}),
      }),
    close: (id) => manager.close(id),
  };
}
