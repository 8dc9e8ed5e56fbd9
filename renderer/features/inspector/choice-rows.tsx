import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { choiceName } from '#shared/nodes/exit-name.ts';
import type { PromptChoice } from '#shared/nodes/prompt-node.ts';
import { newId } from '../../store/new-id.ts';
import { Button } from '../../ui/button/button.tsx';
import { withMoved } from '../../ui/field/move-row.ts';
import { useRowDrag } from '../../ui/field/use-row-drag.ts';
import { ChoiceRow } from './choice-row.tsx';
import styles from './choice-rows.module.css';

interface ChoiceRowsProps {
  readonly choices: readonly PromptChoice[];
  readonly unknownNames: ReadonlySet<string> | undefined;
  /** `field` names the text that is typed into; `null` where the list itself changes. */
  readonly onChange: (choices: readonly PromptChoice[], field: string | null) => void;
}

/** A choice that says nothing yet. */
export const emptyChoice = (): PromptChoice => ({ id: newId('ch'), label: '', value: '' });

/**
 * The answers that a Prompt offers, by number as a person can pick them. Enter goes to the next label and adds a row after
 * the last, up and down stay in the column and with Alt move the row, Backspace in an empty row removes it.
 */
export function ChoiceRows({ choices, unknownNames, onChange }: ChoiceRowsProps) {
  const table = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState('');
  const wanted = useRef<{ readonly row: number; readonly column: string } | null>(null);
  const focusCell = (row: number, column: string) =>
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"] :is(input, textarea)`)
      ?.focus();
  // A row that was just added is there after the next render only.
  useEffect(() => {
    if (wanted.current === null) return;
    focusCell(wanted.current.row, wanted.current.column);
    wanted.current = null;
  }, [choices]);
  const added = () => {
    wanted.current = { row: choices.length, column: 'name' };
    onChange([...choices, emptyChoice()], null);
  };
  const removed = (at: number) => {
    wanted.current = { row: Math.max(0, at - 1), column: 'name' };
    onChange(choices.toSpliced(at, 1), null);
  };
  const moved = (from: number, to: number, column: string | null = null) => {
    const choice = choices[from];
    if (choice === undefined || choices[to] === undefined) return;
    if (column !== null) wanted.current = { row: to, column };
    onChange(withMoved(choices, from, to), null);
    setNews(`${choiceName(choice, from)} is choice ${to + 1} of ${choices.length} now.`);
  };
  const { drag, gripped } = useRowDrag(table, choices.length, moved);

  const keyPressed = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const column = columnOf(event.target);
    if (column === null || event.nativeEvent.isComposing) return;
    const done = event.altKey ? rowMoved(event.key, at, column) : rowLeft(event, at, column);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const rowMoved = (key: string, at: number, column: string): boolean => {
    const step = steps.get(key);
    if (step !== undefined) moved(at, at + step, column);
    return step !== undefined;
  };
  const rowLeft = (event: KeyboardEvent, at: number, column: string): boolean => {
    // With a modifier a key is a command of the window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const step = steps.get(event.key);
    if (step !== undefined) focusCell(at + step, column);
    else if (event.key === 'Enter') entered(at);
    else if (event.key === 'Backspace' && isEmpty(choices[at])) removed(at);
    else return false;
    return true;
  };
  const entered = (at: number) => {
    if (at + 1 === choices.length) added();
    else focusCell(at + 1, 'name');
  };

  return (
    <>
      <div
        ref={table}
        role="table"
        aria-label="Choices"
        className={styles.table}
        data-dragging={drag !== null || undefined}
      >
        <div role="row" className={styles.titles}>
          {['Number', 'Label', 'Stored value', 'Remove'].map((title) => (
            <span key={title} role="columnheader">
              <span className={plainTitles.has(title) ? undefined : styles.news}>{title}</span>
            </span>
          ))}
        </div>
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            at={at}
            choice={choice}
            unknownNames={unknownNames}
            dragged={drag?.from === at}
            dropAbove={drag?.gap === at}
            onChange={(next, field) => onChange(choices.with(at, next), `${choice.id} ${field}`)}
            onGrip={(event) => gripped(event, at)}
            onRemove={() => removed(at)}
            onKeyDown={(event) => keyPressed(event, at)}
          />
        ))}
      </div>
      <div className={styles.add}>
        <Button icon="plus" onClick={added}>
          Choice
        </Button>
      </div>
      <div role="status" className={styles.news}>
        {news}
      </div>
    </>
  );
}

/** Titles that are shown; the others say to screen readers what one sees without them. */
const plainTitles: ReadonlySet<string> = new Set(['Label', 'Stored value']);

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

const isEmpty = (choice: PromptChoice | undefined) => choice?.label === '' && choice.value === '';

function columnOf(target: EventTarget): string | null {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText ? (target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null) : null;
}
