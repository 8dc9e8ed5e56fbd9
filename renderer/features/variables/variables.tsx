import {
  useCallback,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { usePastRun } from '../../store/past-runs.ts';
import { useFormat } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { useVirtualRows } from '../../ui/list/use-virtual-rows.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { RunFrames } from './run-frames.tsx';
import { editRefusal } from './row-edit.ts';
import { rowCopies } from './row-copies.ts';
import { copied, goToDefinition, rowEntries } from './row-menu.ts';
import { useValueEdits } from './use-value-edits.ts';
import { usePanelContents } from './use-panel-contents.ts';
import { VariableLine } from './variable-line.tsx';
import { variableRows, type PanelContents, type VariableRow } from './variable-rows.ts';
import { VariablesBar } from './variables-bar.tsx';
import styles from './variables.module.css';

/** As variables.module.css draws them. */
const heights = { rowPx: 24, headPx: 24 };

/** The variables of a flow, with their values in the run that is shown, and the other names that templates read. */
export function Variables({ ownerId }: { readonly ownerId: string | null }) {
  const run = useShownRun(ownerId);
  const isPast = usePastRun(ownerId) !== undefined;
  const isFlow = useFormat(ownerId) === 'flowbench.flow';
  const contents = usePanelContents(ownerId, run);
  if (contents.variables.length === 0) {
    return (
      <EmptyState icon="variable" title="No variables yet">
        Prompts, inputs and API Calls store what they get in variables.
      </EmptyState>
    );
  }
  return (
    <VariablesTable
      key={ownerId}
      contents={contents}
      flowId={isFlow ? ownerId : null}
      runId={run?.runId}
      // Only the flow that the run is in can be given other values, since the others wait for it; one of the history none.
      canEdit={!isPast && (run?.paused ?? null) !== null && run?.inFlow.flowId === ownerId}
      frames={run === undefined ? null : <RunFrames run={run} ownerId={ownerId} />}
    />
  );
}

interface VariablesTableProps {
  readonly contents: PanelContents;
  readonly flowId: string | null;
  readonly runId: string | undefined;
  readonly canEdit: boolean;
  /** The flows that the run is in, where there are several. */
  readonly frames: ReactNode;
}

function VariablesTable({ contents, flowId, frames, canEdit, runId }: VariablesTableProps) {
  const [filter, setFilter] = useState('');
  const [pickedId, setPickedId] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => variableRows(contents, (id) => expanded.has(id), filter),
    [contents, expanded, filter],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(scroller, rows.length, heights);
  const { focusRow } = virtual;
  const picked = rows.find(({ id }) => id === pickedId);

  const rowFocused = useCallback(
    (id: string) => focusRow(rows.findIndex((row) => row.id === id)),
    [rows, focusRow],
  );
  const edits = useValueEdits(canEdit ? flowId : null, rowFocused);

  const toggled = useCallback((row: VariableRow, open: boolean) => {
    setExpanded((before) => new Set(open ? [...before, row.id] : [...before].filter((id) => id !== row.id)));
  }, []);
  const keyPressed = useCallback(
    (event: KeyboardEvent<HTMLElement>, row: VariableRow) => {
      const at = rows.indexOf(row);
      const act =
        editOfKey(event, row, edits.onEdit) ??
        copyOfKeys(event, row) ??
        (event.key === 'F12' ? goToDefinition(row, flowId) : null) ??
        foldOfKey(event, row, rows, at, toggled, focusRow);
      if (act === null) return;
      event.preventDefault();
      act();
    },
    [rows, toggled, focusRow, edits.onEdit, flowId],
  );
  const focused = (event: FocusEvent<HTMLElement>) => {
    virtual.onFocus(event);
    const row = rowOf(event.target, rows);
    if (row !== undefined) setPickedId(row.id);
  };

  return (
    <div className={styles.variables}>
      {frames}
      <VariablesBar filter={filter} onFilter={setFilter} picked={picked} />
      <ContextMenu
        entries={(asked) => {
          const row = rowOf(asked, rows);
          return row === undefined ? [] : rowEntries(row, { flowId, runId, onEdit: edits.onEdit });
        }}
      >
        <div
          ref={scroller}
          role="treegrid"
          aria-label="Variables"
          aria-rowcount={rows.length + 1}
          className={styles.table}
          onFocus={focused}
          onKeyDown={virtual.onKeyDown}
        >
          <div role="row" aria-rowindex={1} className={styles.head}>
            {['Name', 'Type', 'Value', 'Set by', 'Used'].map((title) => (
              <span key={title} role="columnheader">
                {title}
              </span>
            ))}
          </div>
          <div role="rowgroup" className={styles.canvas} style={{ height: virtual.heightPx }}>
            {virtual.shown.map(({ index, topPx }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <VariableLine
                    key={row.id}
                    row={row}
                    index={index}
                    topPx={topPx}
                    picked={row.id === pickedId}
                    tabStop={index === virtual.tabStop}
                    flowId={flowId}
                    runId={runId}
                    editing={edits.editingId === row.id}
                    onEdit={edits.onEdit}
                    onEdited={edits.onEdited}
                    onToggle={toggled}
                    onKeyDown={keyPressed}
                  />
                )
              );
            })}
          </div>
        </div>
      </ContextMenu>
    </div>
  );
}

function rowOf(element: Element, rows: readonly VariableRow[]): VariableRow | undefined {
  const index = element.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : rows[Number(index)];
}

/** Enter edits a plain value, F2 any. */
function editOfKey(
  { altKey, ctrlKey, key, metaKey, shiftKey }: KeyboardEvent,
  row: VariableRow,
  onEdit: ((row: VariableRow) => void) | undefined,
): (() => void) | null {
  if (onEdit === undefined || altKey || ctrlKey || metaKey || shiftKey) return null;
  const isAsked = key === 'F2' || (key === 'Enter' && row.expanded === null);
  return isAsked && editRefusal(row) === null ? () => onEdit(row) : null;
}

/** The copy that keys ask for. */
function copyOfKeys(event: KeyboardEvent, row: VariableRow): (() => void) | null {
  if (event.key.toLowerCase() !== 'c' || !(event.ctrlKey || event.metaKey) || row.kind === 'section')
    return null;
  const id = event.shiftKey ? 'value' : event.altKey ? 'path' : 'expression';
  const copy = rowCopies(row).find((each) => each.id === id);
  return copy === undefined ? null : () => void copied(copy);
}

/** What a key does with the fold of a row, as in trees: right unfolds or goes in, left folds or goes out. */
function foldOfKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  row: VariableRow,
  rows: readonly VariableRow[],
  at: number,
  onToggle: (row: VariableRow, expanded: boolean) => void,
  focusRow: (index: number) => void,
): (() => void) | null {
  if (ctrlKey || metaKey || altKey) return null;
  const { expanded } = row;
  switch (key) {
    case 'Enter':
    case ' ':
      return expanded === null ? null : () => onToggle(row, !expanded);
    case 'ArrowRight':
      if (expanded === null) return null;
      return expanded ? () => focusRow(at + 1) : () => onToggle(row, true);
    case 'ArrowLeft': {
      if (expanded === true) return () => onToggle(row, false);
      const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
      return parent === -1 ? null : () => focusRow(parent);
    }
    default:
      return null;
  }
}
