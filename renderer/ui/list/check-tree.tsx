import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { checkedState, leavesOf, type CheckedState } from './checked-state.ts';
import styles from './check-tree.module.css';
import { RowGap } from './row-gap.tsx';
import { treeRows, type TreeItem, type TreeRow } from './tree-rows.ts';
import { useRoving } from './use-roving.ts';
import { useRowWindow } from './use-row-window.ts';

export interface CheckTreeProps {
  readonly label: string;
  readonly nodes: readonly TreeItem[];
  /** The ids of the things that are ticked; what holds others is ticked with all of them. */
  readonly checked: ReadonlySet<string>;
  readonly onChange: (ids: readonly string[], checked: boolean) => void;
}

/** A row of 24 and the pixel between rows. */
const pitchPx = 25;

/** Things in things, each to be ticked: arrows move, Space and Enter tick, and what holds others ticks all of them. */
export function CheckTree({ label, nodes, checked, onChange }: CheckTreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(nodes, () => true);
  const [tabStop, setTabStop] = useState<string | null>(null);
  const ids = rows.map((row) => row.item.id);
  const near = useRowWindow(tree, ids, pitchPx, [tabStop]);
  const items = rows.map((row) => row.item);
  const roving = useRoving(items, null, 'vertical', near.rowWanted);
  if (tabStop !== roving.tabStop) setTabStop(roving.tabStop);
  const toggled = ({ item }: TreeRow) =>
    onChange(
      leavesOf(item).map(({ id }) => id),
      checkedState(item, checked) !== 'true',
    );
  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event) || !['Enter', ' '].includes(event.key)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    const row = rows.find((each) => each.item.id === id);
    if (row === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    toggled(row);
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      aria-multiselectable
      className={styles.tree}
      onFocus={roving.onFocus}
      onBlur={roving.onBlur}
      onKeyDown={keyPressed}
    >
      {near.pieces.map((piece) => {
        if ('rows' in piece)
          return <RowGap key={`after ${String(piece.after)}`} rows={piece.rows} pitchPx={pitchPx} />;
        const row = rows[piece.index];
        if (row === undefined) return null;
        return (
          <Row
            key={row.item.id}
            row={row}
            state={checkedState(row.item, checked)}
            tabStop={row.item.id === roving.tabStop}
            onToggle={() => toggled(row)}
          />
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly state: CheckedState;
  readonly tabStop: boolean;
  readonly onToggle: () => void;
}

function Row({ row, state, tabStop, onToggle }: RowProps) {
  const { item } = row;
  return (
    <div
      role="treeitem"
      data-roving-id={item.id}
      tabIndex={tabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-checked={state}
      className={styles.row}
      style={{ '--level': row.level - 1 } as CSSProperties}
      onClick={onToggle}
    >
      <span className={classNames(styles.box, state !== 'false' && styles.on)} aria-hidden>
        {state !== 'false' && <Icon name={state === 'mixed' ? 'minus' : 'check'} size={10} />}
      </span>
      {item.icon !== undefined && <Icon name={item.icon} size={14} className={styles.icon} />}
      <span dir="auto" className={styles.word}>
        {item.label}
      </span>
      {item.meta !== undefined && <span className={styles.meta}>{item.meta}</span>}
    </div>
  );
}
