import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { paletteToggled, useApp } from '../../store/app-store.ts';
import { useDocuments, useFlow } from '../../store/use-documents.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { foundItems, paletteItems, type FoundItem } from './palette-items.ts';
import { PaletteFoot, PaletteRow } from './palette-row.tsx';
import { focusedAtOnce } from '../../ui/overlay/focused-at-once.ts';
import { InPopupLayer } from '../../ui/overlay/popup-layer.tsx';
import styles from './palette.module.css';

/** Finds anything: nodes, flows, endpoints, variables, and every command with its key. */
export function Palette() {
  const open = useApp((state) => state.paletteOpen);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => paletteToggled(next)}>
      <InPopupLayer portal={Dialog.Portal}>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup
          ref={popup}
          className={styles.box}
          aria-label="Search and commands"
          initialFocus={() => focusedAtOnce(popup.current)}
        >
          <PaletteBody />
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

function PaletteBody() {
  const [input, setInput] = useState('');
  const [picked, setPicked] = useState(0);
  const documents = useDocuments((state) => state.documents);
  const flow = useFlow(useView(activeDocumentId));
  const items = useMemo(
    () =>
      paletteItems(
        Object.values(documents).map((open) => open.document),
        flow,
      ),
    [documents, flow],
  );
  const found = useMemo(() => foundItems(items, input), [items, input]);
  const at = Math.min(picked, found.length - 1);

  const choose = (one: FoundItem | undefined) => {
    if (one === undefined) return;
    paletteToggled(false);
    one.item.choose();
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setPicked((at + step + found.length) % found.length);
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.input}>
        <Icon name="search" />
        {/* First in the dialog, so it gets the focus; `autoFocus` would hide from the dialog where it was. */}
        <input
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={at >= 0 ? `palette-${String(at)}` : undefined}
          aria-label="Search nodes, flows, endpoints, commands and variables"
          placeholder="Search"
          value={input}
          onChange={(event) => {
            setInput(event.target.value);
            setPicked(0);
          }}
          onKeyDown={pressed}
        />
        <span className={styles.count} role="status">
          {found.length === 1 ? '1 result' : `${String(found.length)} results`}
        </span>
      </div>
      <div id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
        {found.length === 0 && <p className={styles.none}>Nothing is called that here.</p>}
        {found.map((one, index) => (
          <PaletteRow
            key={one.item.key}
            id={`palette-${String(index)}`}
            found={one}
            showGroup={found[index - 1]?.item.group !== one.item.group}
            picked={index === at}
            onChoose={() => choose(one)}
            onPoint={() => setPicked(index)}
          />
        ))}
      </div>
      <PaletteFoot />
    </>
  );
}
