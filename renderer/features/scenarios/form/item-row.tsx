import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import styles from './item-list.module.css';

/** What a row says while it is folded. */
export interface ItemSummary {
  /** What kind of thing it is. */
  readonly kind: string;
  readonly words: string;
  /** What is wrong with it, in a sentence; `null` where nothing is. */
  readonly trouble: string | null;
}

interface ItemRowProps {
  /** What they are together, and one of them. */
  readonly label: string;
  readonly one: string;
  readonly at: number;
  /** `null` where rows do not fold. */
  readonly summary: ItemSummary | null;
  readonly isOpen: boolean;
  readonly isDragged: boolean;
  readonly isDropGap: boolean;
  readonly onToggle: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onGrip: (event: PointerEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A row of a list of things: its grip, what is in it or, folded, what that says in a line, and what can be done with it. */
export function ItemRow(props: ItemRowProps) {
  const { at, children, isDragged, isDropGap, isOpen, label, one, summary } = props;
  const number = String(at + 1);
  return (
    <div
      role="listitem"
      aria-label={`${label}, row ${number}`}
      data-row={at}
      data-drop={isDropGap || undefined}
      className={classNames(styles.item, isDragged && styles.dragged, summary !== null && styles.folds)}
      onKeyDownCapture={props.onKey}
    >
      <span
        className={styles.grip}
        title="Drag to move, or press Alt+↑ or Alt+↓"
        onPointerDown={props.onGrip}
      >
        <Icon name="grip" size={12} />
        {number}
      </span>
      {summary !== null && <Summary {...{ isOpen, summary }} onToggle={props.onToggle} />}
      {isOpen && <div className={summary === null ? styles.content : styles.fields}>{children}</div>}
      <div className={styles.tools}>
        <IconButton icon="duplicate" label={`Duplicate ${one} ${number}`} onClick={props.onDuplicate} />
        <IconButton icon="trash" label={`Remove ${one} ${number}`} onClick={props.onRemove} />
      </div>
    </div>
  );
}

interface SummaryProps extends Pick<ItemRowProps, 'isOpen' | 'onToggle'> {
  readonly summary: ItemSummary;
}

function Summary({ isOpen, onToggle, summary: { kind, trouble, words } }: SummaryProps) {
  return (
    <button
      type="button"
      data-unfolds
      className={styles.summary}
      aria-expanded={isOpen}
      title={isOpen ? undefined : (trouble ?? words)}
      onClick={onToggle}
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
      <span className={styles.kind}>{kind}</span>
      {!isOpen && (
        <span className={styles.words}>
          {trouble !== null && <Icon name="problem" size={14} label={trouble} className={styles.trouble} />}
          <span dir="auto">{words}</span>
        </span>
      )}
    </button>
  );
}
