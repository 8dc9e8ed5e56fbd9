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
  /** There is somebody to show them now. */
  readonly listened: () => void;
  readonly manager: ReturnType<typeof Toast.createToastManager<ToastContent>>;
}

/**
 * Makes the queue that a window's `ToastProvider` shows; one for the window. What is to be shown before that is there waits
 * for it: the manager tells only those that listen already.
 */
export function createToastQueue(): ToastQueue {
  const manager = Toast.createToastManager<ToastContent>();
  let waiting: Map<string, () => void> | null = new Map();
  let shown = 0;
  return {
    manager,
    show: (content) => {
      shown += 1;
      const id = `toast-${String(shown)}`;
      const add = () => void manager.add({ id, ...optionsOf(content) });
      if (waiting === null) add();
      else waiting.set(id, add);
      return id;
    },
    close: (id) => {
      waiting?.delete(id);
      manager.close(id);
    },
    listened: () => {
      const held = [...(waiting?.values() ?? [])];
      waiting = null;
      for (const add of held) add();
    },
  };
}

function optionsOf(content: ToastContent) {
  return {
    title: content.title,
    description: content.body,
    priority: content.urgent === true ? ('high' as const) : ('low' as const),
    data: content,
    ...(content.stays === true ? { timeout: 0 } : {}),
  };
}
