import { Dialog } from '@base-ui/react/dialog';
import { useEffect } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { useTypedPick } from '../../ui/list/use-typed-pick.ts';
import { matchingItems } from './matching-items.ts';
import { pickClosed, useQuickPickRequest, type QuickPickRequest } from './quick-pick-store.ts';
import { InPopupLayer } from '../../ui/overlay/popup-layer.tsx';
import styles from './quick-pick.module.css';

/** A short list over the canvas that is answered by typing, arrows and Enter, or by a click. */
export function QuickPick() {
  const request = useQuickPickRequest();
  // A question about this canvas is none about the next one.
  useEffect(() => pickClosed, []);
  return (
    <Dialog.Root open={request !== null} onOpenChange={(open) => open || pickClosed()}>
      <InPopupLayer portal={Dialog.Portal}>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.box} aria-label={request?.title} finalFocus={selectedOnCanvas}>
          {request !== null && <QuickPickBody key={request.title} request={request} />}
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

/** A node that was just added, or a connection that was led elsewhere, has the focus afterwards, wherever it was before. */
function selectedOnCanvas(): HTMLElement | null | false {
  const selected = document.querySelector('[data-canvas] :is(.react-flow__node, .react-flow__edge).selected');
  if (!(selected instanceof SVGElement)) return selected instanceof HTMLElement ? selected : null;
  selected.focus();
  return false;
}

function QuickPickBody({ request }: { readonly request: QuickPickRequest }) {
  const list = useTypedPick('quick-pick-list');
  const shown = matchingItems(request.items, list.typed);
  const at = list.pickedOf(shown.length);

  const choose = (key: string | undefined) => {
    if (key === undefined) return;
    pickClosed();
    request.onPick(key);
  };

  return (
    <>
      <input
        {...list.fieldOver(shown.length, (index) => choose(shown[index]?.key))}
        autoFocus
        aria-label={request.title}
        placeholder={request.title}
        className={styles.input}
      />
      <div id="quick-pick-list" role="listbox" aria-label={request.title} className={styles.list}>
        {shown.length === 0 && <p className={styles.none}>Nothing is called that here.</p>}
        {shown.map((item, index) => (
          <div
            key={item.key}
            id={list.rowId(index)}
            role="option"
            aria-selected={index === at}
            className={classNames(styles.row, index === at && styles.picked)}
            onMouseMove={() => list.setPicked(index)}
            onClick={() => choose(item.key)}
          >
            <Icon name={item.icon} />
            <span className={styles.label}>{item.label}</span>
            <span className={styles.context}>{item.context}</span>
          </div>
        ))}
      </div>
    </>
  );
}
