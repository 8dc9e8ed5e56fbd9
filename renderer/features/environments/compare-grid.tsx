import {
  useImperativeHandle,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
} from 'react';
import type { ComparedName } from '#shared/environment/compare-environments.ts';
import type { Environment } from '#shared/environment/environment.ts';
import { nameDeleted, valueRemoved } from '../../store/compare-actions.ts';
import { documentOpened } from '../../store/view-store.ts';
import { cellOf, useGridCursor, type GridCell } from '../../ui/list/use-grid-cursor.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import { NameCell, ValueCell } from './compare-cell.tsx';
import { CompareDetail } from './compare-detail.tsx';
import { cellEntries } from './compare-menu.ts';
import { useAllSecretStates } from './use-all-secret-states.ts';
import styles from './compare.module.css';

/** How a page that adds a name gets its first value typed. */
export interface CompareGridHandle {
  readonly edit: (name: string) => void;
}

export interface CompareGridProps {
  readonly environments: readonly Environment[];
  readonly names: readonly ComparedName[];
  /** What an empty grid says. */
  readonly none: string;
  readonly ref?: Ref<CompareGridHandle>;
}

/** Heights as compare.module.css draws them. */
const heights = { rowPx: 28, headPx: 32 };

/** A cell that is being edited, and the letter with which that began; a name is followed when its row moves. */
interface Editing {
  readonly name: string;
  readonly column: number;
  readonly typed: string | null;
}

/** The grid: arrows move, Enter or typing edits, Escape reverts, Delete removes. */
export function CompareGrid({ environments, names, none, ref }: CompareGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const size = { rows: names.length, columns: environments.length + 1 };
  const grid = useGridCursor(scroller, size, heights);
  const [editing, setEditing] = useState<Editing | null>(null);
  const secrets = useAllSecretStates(environments);
  useImperativeHandle(ref, () => ({ edit: (name) => setEditing({ name, column: 1, typed: null }) }), []);

  const begin = ({ column, row }: GridCell, typed: string | null = null) => {
    const name = names[row]?.name;
    if (name !== undefined) setEditing({ name, column, typed });
  };
  /** `by` says where the cursor goes: Enter goes down, Tab to the right, Escape stays. */
  const ended = (at: GridCell, by: Partial<GridCell> = {}) => {
    setEditing(null);
    grid.focusCell({ row: at.row + (by.row ?? 0), column: at.column + (by.column ?? 0) });
  };
  const removed = ({ column, row }: GridCell) => {
    const name = names[row]?.name;
    const environment = environments[column - 1];
    if (name === undefined) return;
    if (environment === undefined) nameDeleted(name);
    else valueRemoved(environment.id, name);
  };
  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    if (cell === null || grid.onKeyDown(event)) return;
    const wish = wishOf(event, cell);
    if (wish === null) return;
    if (wish === 'remove') removed(cell);
    else begin(cell, wish === 'type' ? event.key : null);
    event.preventDefault();
    event.stopPropagation();
  };
  const entriesFor = (asked: Element) => {
    const element = asked.closest<HTMLElement>('[data-cell]');
    const cell = element === null ? null : cellOf(element);
    const named = cell === null ? undefined : names[cell.row];
    if (cell === null || named === undefined) return [];
    return cellEntries({ named, environment: environments[cell.column - 1], column: cell.column }, () =>
      begin(cell),
    );
  };
  const columns = { '--environments': environments.length } as CSSProperties;
  const { cursor } = grid;
  return (
    <>
      <ContextMenu entries={entriesFor}>
        <div
          ref={scroller}
          role="grid"
          aria-label="Environments side by side"
          aria-rowcount={names.length + 1}
          aria-colcount={environments.length + 1}
          className={styles.grid}
          style={columns}
          onFocus={grid.onFocus}
          onKeyDown={keyPressed}
        >
          <div role="row" aria-rowindex={1} className={styles.titles}>
            <span role="columnheader" className={styles.corner}>
              Name
            </span>
            {environments.map(({ colour, id, name }) => (
              <span key={id} role="columnheader" className={styles.columnTitle}>
                <button type="button" tabIndex={-1} title={`Open ${name}`} onClick={() => documentOpened(id)}>
                  <EnvironmentDot colour={colour} />
                  <span dir="auto">{name}</span>
                </button>
              </span>
            ))}
          </div>
          <div role="presentation" className={styles.rows} style={{ height: grid.heightPx }}>
            {grid.shown.map(({ index, topPx }) => {
              const named = names[index];
              if (named === undefined) return null;
              const common = (column: number) => ({
                row: index,
                column,
                tabStop: cursor.row === index && cursor.column === column,
                editing: editing?.name === named.name && editing.column === column ? editing : null,
                onBegin: () => begin({ row: index, column }),
                onEnd: (by?: Partial<GridCell>) => ended({ row: index, column }, by),
              });
              return (
                <div
                  key={named.name}
                  role="row"
                  aria-rowindex={index + 2}
                  className={styles.row}
                  style={{ top: topPx }}
                >
                  <NameCell {...common(0)} name={named.name} />
                  {environments.map((environment, at) => (
                    <ValueCell
                      key={environment.id}
                      {...common(at + 1)}
                      name={named.name}
                      environment={environment}
                      cell={named.cells[at] ?? { kind: 'missing' }}
                      secrets={secrets}
                    />
                  ))}
                </div>
              );
            })}
          </div>
          {names.length === 0 && <p className={styles.none}>{none}</p>}
        </div>
      </ContextMenu>
      <CompareDetail
        named={names[cursor.row]}
        environment={environments[cursor.column - 1]}
        cell={names[cursor.row]?.cells[cursor.column - 1]}
        secrets={secrets}
      />
    </>
  );
}

/** What a key asks of a cell: a letter begins a new value. */
function wishOf(event: KeyboardEvent, { column }: GridCell): 'edit' | 'remove' | 'type' | null {
  const { altKey, ctrlKey, key, metaKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (['Enter', 'F2'].includes(key)) return 'edit';
  if (['Delete', 'Backspace'].includes(key)) return 'remove';
  return key.length === 1 && key !== ' ' && column > 0 ? 'type' : null;
}
