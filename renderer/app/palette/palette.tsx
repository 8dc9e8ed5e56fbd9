import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef } from 'react';
import { paletteToggled, useApp } from '../../store/app-store.ts';
import { useDocuments, useFlow } from '../../store/use-documents.ts';
import { activeDocumentId, useView, viewStore } from '../../store/view-store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { useTypedPick } from '../../ui/list/use-typed-pick.ts';
import { placeInFocusedSide } from '../editor/side-entered.ts';
import { foundItems, paletteItems, type FoundItem } from './palette-items.ts';
import { PaletteFoot, PaletteRow } from './palette-row.tsx';
import { focusedAtOnce } from '../../ui/overlay/focused-at-once.ts';
import { InPopupLayer } from '../../ui/overlay/popup-layer.tsx';
import styles from './palette.module.css';

/** Finds anything: nodes, flows, endpoints, variables, and every command with its key. */
export function Palette() {
  const open = useApp((state) => state.paletteOpen);
  const popup = useRef<HTMLDivElement>(null);
  const wentOver = useRef(false);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => paletteToggled(next)}>
      <InPopupLayer portal={Dialog.Portal}>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup
          ref={popup}
          className={styles.box}
          aria-label="Search and commands"
          initialFocus={() => focusedAtOnce(popup.current)}
          // What had the focus before is on the side that somebody left by their choice.
          finalFocus={() => (wentOver.current ? (placeInFocusedSide() ?? true) : true)}
        >
          <PaletteBody onChosen={(isOver) => (wentOver.current = isOver)} />
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

/** Nobody reads more rows than these, and thousands of them would hold up what is typed. */
const mostRows = 100;

interface PaletteBodyProps {
  /** Something was chosen, and whether that led to the other side of the editor. */
  readonly onChosen: (isOver: boolean) => void;
}

function PaletteBody({ onChosen }: PaletteBodyProps) {
  const list = useTypedPick('palette-list');
  const documents = useDocuments((state) => state.documents);
  const flow = useFlow(useView(activeDocumentId));
  const items = useMemo(() => paletteItems(Object.values(documents), flow), [documents, flow]);
  const all = useMemo(() => foundItems(items, list.typed), [items, list.typed]);
  const found = all.slice(0, mostRows);

  const choose = (one: FoundItem | undefined) => {
    if (one === undefined) return;
    const { focusedSide } = viewStore.getState();
    paletteToggled(false);
    one.item.choose();
    onChosen(viewStore.getState().focusedSide !== focusedSide);
  };

  return (
    <>
      <div className={styles.input}>
        <Icon name="search" />
        {/* First in the dialog, so it gets the focus; `autoFocus` would hide from the dialog where it was. */}
        <input
          {...list.fieldOver(found.length, (at) => choose(found[at]))}
          aria-label="Search nodes, flows, endpoints, commands and variables"
          placeholder="Search"
        />
        <span className={styles.count} role="status">
          {countInWords(all.length)}
        </span>
      </div>
      <div id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
        {found.length === 0 && <p className={styles.none}>Nothing is called that here.</p>}
        {found.map((one, index) => (
          <PaletteRow
            key={one.item.key}
            id={list.rowId(index)}
            found={one}
            showGroup={found[index - 1]?.item.group !== one.item.group}
            picked={index === list.pickedOf(found.length)}
            onChoose={() => choose(one)}
            onPoint={() => list.setPicked(index)}
          />
        ))}
      </div>
      <PaletteFoot />
    </>
  );
}

function countInWords(count: number): string {
  if (count > mostRows) return `the first ${String(mostRows)} of ${count.toLocaleString('en')} results`;
  return count === 1 ? '1 result' : `${String(count)} results`;
}
