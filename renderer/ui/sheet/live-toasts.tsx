import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { createToastQueue } from '../overlay/toast-queue.ts';
import { ToastArea, ToastProvider } from '../overlay/toasts.tsx';
import styles from './sheet.module.css';

/** A place of its own where toasts come and go. */
export function LiveToasts() {
  const [queue] = useState(createToastQueue);
  const [undone, setUndone] = useState(0);
  const show = () =>
    queue.show({
      icon: 'trash',
      title: 'Track parcel removed',
      body: '3 connections went with it.',
      action: { label: 'Undo', onClick: () => setUndone((count) => count + 1) },
    });
  return (
    <ToastProvider queue={queue}>
      <div className={styles.toasts}>
        <Button onClick={show}>{`Remove a node (${undone} taken back)`}</Button>
        <ToastArea />
      </div>
    </ToastProvider>
  );
}
