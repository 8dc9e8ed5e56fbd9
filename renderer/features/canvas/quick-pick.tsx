import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
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
        <Dialog.Popup className={styles.box} aria-label={request?.title} finalFocus={selectedCard}>
          {request !== null && <QuickPickBody key={request.title} request={request} />}
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

/** A node that was just added or connected has the focus afterwards, wherever it was before. */
function selectedCard(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-canvas] .react-flow__node.selected');
}

function QuickPickBody({ request }: { readonly request: QuickPickRequest }) {
  const [input, setInput] = useState('');
  const [picked, setPicked] = useState(0);
  const shown = matchingItems(request.items, input);
  const at = Math.min(picked, shown.length - 1);

  const choose = (key: string | undefined) => {
    if (key === undefined) return;
    pickClosed();
    request.onPick(key);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) setPicked((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter') choose(shown[at]?.key);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="quick-pick-list"
        aria-activedescendant={at >= 0 ? `quick-pick-${String(at)}` : undefined}
        aria-label={request.title}
        placeholder={request.title}
        className={styles.input}
        value={input}
        onChange={(event) => {
          setInput(event.target.value);
          setPicked(0);
        }}
        onKeyDown={pressed}
      />
      <div id="quick-pick-list" role="listbox" aria-label={request.title} className={styles.list}>
        {shown.length === 0 && <p className={styles.none}>Nothing is called that here.</p>}
        {shown.map((item, index) => (
          <div
            key={item.key}
            id={`quick-pick-${String(index)}`}
            role="option"
            aria-selected={index === at}
            className={classNames(styles.row, index === at && styles.picked)}
            onMouseMove={() => setPicked(index)}
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
