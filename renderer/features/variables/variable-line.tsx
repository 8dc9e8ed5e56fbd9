import type { CSSProperties, KeyboardEvent } from 'react';
import { memo } from 'react';
import { expressionOf } from '#shared/template/write-path.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { responseShown } from './row-menu.ts';
import { VariablePlaces } from './variable-places.tsx';
import type { VariableRow } from './variable-rows.ts';
import styles from './variables.module.css';

interface VariableLineProps {
  readonly row: VariableRow;
  readonly index: number;
  readonly topPx: number;
  readonly picked: boolean;
  readonly tabStop: boolean;
  readonly flowId: string | null;
  readonly runId: string | undefined;
  readonly onToggle: (row: VariableRow, expanded: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: VariableRow) => void;
}

/** One row of the panel, 24 high; dragged, it gives its expression. */
export const VariableLine = memo(function VariableLine(props: VariableLineProps) {
  const { row, index, topPx, picked, tabStop, flowId, onToggle } = props;
  const expression = row.path.length === 0 ? null : expressionOf(row.path);
  const places = row.kind === 'variable' && flowId !== null && row.variable?.flow;
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={picked}
      tabIndex={tabStop ? 0 : -1}
      className={classNames(styles.line, row.kind === 'section' && styles.section, picked && styles.picked)}
      style={{ transform: `translateY(${String(topPx)}px)`, '--level': row.level - 1 } as CSSProperties}
      draggable={expression !== null}
      onDragStart={(event) => {
        if (expression === null) return;
        event.dataTransfer.effectAllowed = 'copy';
        event.dataTransfer.setData('text/plain', expression);
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) props.onKeyDown(event, row);
      }}
      onDoubleClick={() => row.expanded !== null && onToggle(row, !row.expanded)}
    >
      <span role="gridcell" className={styles.name}>
        <span
          className={styles.fold}
          aria-hidden
          onClick={() => row.expanded !== null && onToggle(row, !row.expanded)}
        >
          {row.expanded !== null && <Icon name={row.expanded ? 'chevron-down' : 'chevron-right'} size={12} />}
        </span>
        <span className={styles.word} title={row.label}>
          {row.label}
        </span>
      </span>
      <span role="gridcell" className={styles.type}>
        {row.type}
      </span>
      <span role="gridcell" className={classNames(styles.value, !places && styles.long)}>
        <span className={classNames(styles.word, styles[`is-${row.look}`])} title={row.text}>
          {row.text}
        </span>
        <OpenInResponse {...props} />
      </span>
      {places && (
        <>
          <span role="gridcell" className={styles.places}>
            <VariablePlaces
              flowId={flowId}
              what={`${row.label} is set`}
              places={places.setIn}
              none={{ word: 'nothing', sentence: 'It is read, and no node of the flow sets it.' }}
              named
              tabIndex={tabStop ? 0 : -1}
            />
          </span>
          <span role="gridcell" className={styles.places}>
            <VariablePlaces
              flowId={flowId}
              what={`${row.label} is used`}
              places={places.readIn}
              none={{ word: 'never', sentence: 'It is set, and nothing in the flow reads it.' }}
              tabIndex={tabStop ? 0 : -1}
            />
          </span>
        </>
      )}
    </div>
  );
});

/** The way to a value that is too large for a row. */
function OpenInResponse({ row, runId, tabStop }: VariableLineProps) {
  const { variable } = row;
  if (row.kind !== 'variable' || variable?.run?.value.truncated !== true) return null;
  const { callIndex } = variable;
  if (callIndex === null || runId === undefined) return null;
  return (
    <button
      type="button"
      className={styles.open}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => responseShown(runId, callIndex)}
    >
      Open in Response
    </button>
  );
}
