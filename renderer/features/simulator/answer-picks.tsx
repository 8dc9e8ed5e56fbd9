import { useRef, type KeyboardEvent } from 'react';
import styles from './answer-picks.module.css';

/** An answer that is given by a press. */
export interface AnswerPick {
  readonly key: string;
  readonly label: string;
  /** What is answered. */
  readonly text: string;
}

interface AnswerPicksProps {
  readonly picks: readonly AnswerPick[];
  readonly onPick: (text: string) => void;
  /** A letter was pressed: it belongs into the field below, as do the digits where there are more picks than digits. */
  readonly onTyped: () => void;
}

const mostByDigit = 9;

/** Answers to pick from: arrows go from one to the next, Enter and its number pick one. */
export function AnswerPicks({ picks, onPick, onTyped }: AnswerPicksProps) {
  const group = useRef<HTMLDivElement>(null);
  const byDigit = picks.length <= mostByDigit;
  const stepped = (from: EventTarget, by: number) => {
    const buttons = [...(group.current?.querySelectorAll<HTMLElement>('[data-pick]') ?? [])];
    const at = buttons.findIndex((button) => button === from);
    buttons.at((at + by) % buttons.length)?.focus();
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps.get(event.key);
    const pick = byDigit && /^[1-9]$/.test(event.key) ? picks[Number(event.key) - 1] : undefined;
    if (step !== undefined) stepped(event.target, step);
    else if (pick !== undefined) onPick(pick.text);
    else {
      // The key itself is typed into the field, for it has the focus by then.
      if (event.key.length === 1 && event.key !== ' ') onTyped();
      return;
    }
    event.preventDefault();
  };
  return (
    <div ref={group} role="group" aria-label="Choices" className={styles.picks} onKeyDown={keyPressed}>
      {picks.map(({ key, label, text }, at) => (
        <button
          key={key}
          type="button"
          data-pick
          className={styles.pick}
          aria-keyshortcuts={byDigit ? String(at + 1) : undefined}
          onClick={() => onPick(text)}
        >
          <span aria-hidden className={styles.pickNumber}>
            {at + 1}
          </span>
          <span className={styles.pickLabel}>{label}</span>
        </button>
      ))}
    </div>
  );
}

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['ArrowRight', 1],
  ['ArrowDown', 1],
]);
