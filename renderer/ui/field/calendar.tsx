import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import {
  daysLater,
  localToday,
  mondayOf,
  monthsLater,
  spokenDay,
  spokenMonth,
  weeksOfMonth,
} from './calendar-days.ts';
import styles from './calendar.module.css';

interface CalendarProps {
  /** The day that is picked, as `YYYY-MM-DD`; `null` where none is. */
  readonly value: string | null;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly onPick: (day: string) => void;
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/**
 * A month to pick a day from. Arrows go by days and weeks, Home and End to the ends of a week, Page Up and Page Down by
 * months; days out of bounds are shown and cannot be picked.
 */
export function Calendar({ value, earliest, latest, onPick }: CalendarProps) {
  const [today] = useState(() => localToday(new Date()));
  const [day, setDay] = useState(() => value ?? between(today, earliest, latest));
  const grid = useRef<HTMLTableElement>(null);
  const isOut = (each: string) => each !== between(each, earliest, latest);
  // The focus follows the keys; the buttons of the months keep it where they have it.
  const follows = useRef(false);
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    follows.current = false;
  }, [day]);
  const keyPressed = (event: KeyboardEvent) => {
    const next = dayAfter(event.key, day);
    if (next === null) return;
    event.preventDefault();
    follows.current = true;
    setDay(next);
  };
  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <IconButton icon="chevron-left" label="Month before" onClick={() => setDay(monthsLater(day, -1))} />
        <span className={styles.month} aria-live="polite">
          {spokenMonth(day)}
        </span>
        <IconButton icon="chevron-right" label="Month after" onClick={() => setDay(monthsLater(day, 1))} />
      </div>
      <table
        ref={grid}
        role="grid"
        aria-label={spokenMonth(day)}
        className={styles.days}
        onKeyDown={keyPressed}
      >
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(day).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} role="gridcell" aria-selected={each === value}>
                  <button
                    type="button"
                    tabIndex={each === day ? 0 : -1}
                    aria-label={spokenDay(each)}
                    aria-disabled={isOut(each) || undefined}
                    aria-current={each === today ? 'date' : undefined}
                    className={classNames(
                      styles.day,
                      each.slice(0, 7) !== day.slice(0, 7) && styles.other,
                      each === value && styles.picked,
                    )}
                    onClick={() => {
                      if (!isOut(each)) onPick(each);
                    }}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayAfter(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(day, -1);
    case 'ArrowRight':
      return daysLater(day, 1);
    case 'ArrowUp':
      return daysLater(day, -7);
    case 'ArrowDown':
      return daysLater(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return daysLater(mondayOf(day), 6);
    case 'PageUp':
      return monthsLater(day, -1);
    case 'PageDown':
      return monthsLater(day, 1);
    default:
      return null;
  }
}

function between(day: string, earliest = '', latest = '9999-12-31'): string {
  if (day < earliest) return earliest;
  return day > latest ? latest : day;
}
