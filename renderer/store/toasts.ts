import { createToastQueue } from '../ui/overlay/toast-queue.ts';

/** The window's toasts: for what happened elsewhere or can be undone. */
export const toasts = createToastQueue();
