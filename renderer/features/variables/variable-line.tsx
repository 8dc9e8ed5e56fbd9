import type { CSSProperties, KeyboardEvent } from 'react';
import { memo } from 'react';
import type { FlowVariable } from '#shared/flow/flow-variables.ts';
import { expressionOf } from '#shared/template/write-path.ts';
import { classNames } from '../../ui/class-names.ts';
import { expressionDragged } from '../../ui/drag-types.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { responseShown } from './row-menu.ts';
import { ValueInput } from './value-input.tsx';
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
  readonly editing: boolean;
  /** Called with the text that was written, or `null` where nothing was; by a key the row has the focus again. */
  readonly onEdited: (row: VariableRow, text: string | null, byKey: boolean) => void;
  /** Asks to edit the row; absent where it cannot be. */
  readonly onEdit: ((row: VariableRow) => void) | undefined;
  readonly onToggle: (row: VariableRow, expanded: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: VariableRow) => void;
}

/** One row of the panel, 24 high; dragged, it gives its expression. */
export const VariableLine = memo(function VariableLine(props: VariableLineProps) {
  const { row, index, topPx, picked, tabStop, onToggle } = props;
  const expression = row.path.length === 0 ? null : expressionOf(row.path);
  const folded = () => {
    if (row.expanded !== null) onToggle(row, !row.expanded);
    else props.onEdit?.(row);
  };
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
      className={classNames(
        styles.line,
        row.kind === 'section' && styles.section,
        isChanged(row) && styles.changed,
        picked && styles.picked,
      )}
      style={{ transform: `translateY(${String(topPx)}px)`, '--level': row.level - 1 } as CSSProperties}
      draggable={expression !== null}
      onDragStart={(event) => {
        if (expression !== null) expressionDragged(event, expression);
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) props.onKeyDown(event, row);
      }}
      onDoubleClick={folded}
    >
      <span role="gridcell" className={styles.name}>
        <span className={styles.fold} aria-hidden onClick={folded}>
          <Fold expanded={row.expanded} />
        </span>
        <span className={styles.word} title={row.label}>
          {row.label}
        </span>
      </span>
      <span role="gridcell" className={styles.type}>
        {row.type}
      </span>
      <span role="gridcell" className={classNames(styles.value, placesOf(props) === null && styles.long)}>
        {props.editing ? (
          <ValueInput row={row} onEdited={props.onEdited} />
        ) : (
          <>
            {row.was !== null && <del className={styles.was}>{row.was}</del>}
            <span className={classNames(styles.word, styles[`is-${row.look}`])} title={row.text}>
              {row.text}
            </span>
            <OpenInResponse {...props} />
            <ChangeChip row={row} />
          </>
        )}
      </span>
      <PlaceCells {...props} />
    </div>
  );
});

function isChanged({ kind, variable }: VariableRow): boolean {
  return (kind === 'variable' || kind === 'value') && (variable?.change ?? null) !== null;
}

function ChangeChip({ row }: Pick<VariableLineProps, 'row'>) {
  const change = row.kind === 'variable' ? (row.variable?.change ?? null) : null;
  if (change === null) return null;
  return (
    <span className={styles.change}>
      <Chip tone="paused">{change}</Chip>
    </span>
  );
}

function Fold({ expanded }: Pick<VariableRow, 'expanded'>) {
  return expanded === null ? null : <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />;
}

/** Where the row is set and used; parts of values, and variables of the run alone, have no places in the flow. */
function placesOf({ row, flowId }: VariableLineProps): FlowVariable | null {
  return row.kind === 'variable' && flowId !== null ? (row.variable?.flow ?? null) : null;
}

function PlaceCells(props: VariableLineProps) {
  const { row, flowId, tabStop } = props;
  const flow = placesOf(props);
  if (flow === null || flowId === null) return null;
  const tabIndex = tabStop ? 0 : -1;
  return (
    <>
      <span role="gridcell" className={styles.places}>
        <VariablePlaces
          flowId={flowId}
          what={`${row.label} is set`}
          places={flow.setIn}
          none={{ word: 'nothing', sentence: 'It is read, and no node of the flow sets it.' }}
          named
          tabIndex={tabIndex}
        />
      </span>
      <span role="gridcell" className={styles.places}>
        <VariablePlaces
          flowId={flowId}
          what={`${row.label} is used`}
          places={flow.readIn}
          none={{ word: 'never', sentence: 'It is set, and nothing in the flow reads it.' }}
          tabIndex={tabIndex}
        />
      </span>
    </>
  );
}

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
