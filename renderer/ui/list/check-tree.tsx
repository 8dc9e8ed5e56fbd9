import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { checkedState, leavesOf } from './checked-state.ts';
import styles from './check-tree.module.css';
import { TreeFrame, TreeRowFrame } from './tree-frame.tsx';
import { treeRows, type TreeItem, type TreeRow } from './tree-rows.ts';

export interface CheckTreeProps {
  readonly label: string;
  readonly nodes: readonly TreeItem[];
  /** The ids of the things that are ticked; what holds others is ticked with all of them. */
  readonly checked: ReadonlySet<string>;
  readonly onChange: (ids: readonly string[], checked: boolean) => void;
}

/** Things in things, each to be ticked: arrows move, Space and Enter tick, and what holds others ticks all of them. */
export function CheckTree({ label, nodes, checked, onChange }: CheckTreeProps) {
  const toggled = ({ item }: TreeRow) =>
    onChange(
      leavesOf(item).map(({ id }) => id),
      checkedState(item, checked) !== 'true',
    );
  return (
    <TreeFrame
      label={label}
      rows={treeRows(nodes, () => true)}
      selectedId={null}
      multiple
      className={styles.tree}
      acted={({ key }, row) => {
        if (key !== 'Enter' && key !== ' ') return false;
        toggled(row);
        return true;
      }}
    >
      {(row, tabStop) => {
        const state = checkedState(row.item, checked);
        return (
          <TreeRowFrame
            key={row.item.id}
            row={row}
            tabStop={tabStop}
            checked={state}
            onClick={() => toggled(row)}
          >
            <span className={classNames(styles.box, state !== 'false' && styles.on)} aria-hidden>
              {state !== 'false' && <Icon name={state === 'mixed' ? 'minus' : 'check'} size={10} />}
            </span>
          </TreeRowFrame>
        );
      }}
    </TreeFrame>
  );
}
