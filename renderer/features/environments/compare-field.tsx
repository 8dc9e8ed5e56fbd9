import { useRef, useState, type KeyboardEvent } from 'react';
import { useDraft } from '../../ui/field/drafts.ts';
import { useTypedPause } from '../../ui/field/use-typed-pause.ts';
import type { GridCell } from '../../ui/list/use-grid-cursor.ts';
import styles from './compare-field.module.css';

interface CompareFieldProps {
  readonly label: string;
  readonly value: string;
  /** Editing began with a letter: the cursor stands behind it. */
  readonly isTyped?: boolean;
  /** The text that needs no change where nothing else was typed; `null` where every text is one. */
  readonly before?: string | null;
  readonly troubleWith?: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
  /** Takes back what was kept while one typed; without it nothing is kept before the field is left. */
  readonly onRevert?: () => void;
  readonly onEnd: (by?: Partial<GridCell>) => void;
}

/** The field in a cell: Enter keeps what was typed and goes down, Tab to the right, Escape reverts. */
export function CompareField(props: CompareFieldProps) {
  const { label, isTyped = false, onEnd } = props;
  const { text, trouble, typed, keep, reverted, left } = useCellText(props);
  const keyPressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      reverted();
      onEnd();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (trouble !== null) return;
      keep();
      onEnd({ row: 1 });
    } else if (event.key === 'Tab' && trouble === null) {
      event.preventDefault();
      keep();
      onEnd({ column: event.shiftKey ? -1 : 1 });
    }
  };
  return (
    <>
      <input
        ref={isTyped ? focusedBehind : selected}
        aria-label={label}
        aria-invalid={trouble !== null}
        aria-description={trouble ?? undefined}
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        value={text}
        onChange={(event) => typed(event.currentTarget.value)}
        onKeyDown={keyPressed}
        onBlur={left}
      />
      {trouble !== null && (
        <span role="status" className={styles.trouble}>
          {trouble}
        </span>
      )}
    </>
  );
}

/** What is typed in a cell, and how it comes to an end: once, whichever way. */
function useCellText(props: CompareFieldProps) {
  const { value, isTyped = false, before = value, troubleWith, onCommit, onRevert, onEnd } = props;
  const [text, setText] = useState(value);
  const settled = useRef(false);
  const keptWhileTyping = useRef(false);
  const trouble = troubleWith?.(text.trim()) ?? null;
  const isSame = text === before || (before === null && text === value && !isTyped);
  const keep = () => {
    if (settled.current) return;
    settled.current = true;
    if (!isSame && trouble === null) onCommit(troubleWith === undefined ? text : text.trim());
  };
  useDraft(keep);
  useTypedPause(onRevert === undefined || isSame ? null : text, () => {
    if (settled.current) return;
    keptWhileTyping.current = true;
    onCommit(text);
  });
  const reverted = () => {
    settled.current = true;
    if (keptWhileTyping.current) onRevert?.();
  };
  const left = () => {
    if (settled.current) return;
    keep();
    onEnd();
  };
  return { text, trouble, typed: setText, keep, reverted, left };
}

// One function for all renderings, so that each is called once.
const selected = (input: HTMLInputElement | null): void => input?.select();
const focusedBehind = (input: HTMLInputElement | null): void => input?.focus();
