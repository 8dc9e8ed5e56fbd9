import type { ReactNode } from 'react';
import { useId, useMemo, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { FieldLinks } from './field-context.ts';
import { FieldContext } from './field-context.ts';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place already says what the field is. */
  readonly labelHidden?: boolean | undefined;
  /** Beside the label, 11 px: how many there are. */
  readonly count?: number | undefined;
  /** At the right end of the label's line: where an inherited value comes from, a small action. */
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  /** One sentence: what is wrong and what to do. Its presence marks the control. */
  readonly error?: ReactNode;
  /** One sentence: what a person should look at, though it may be meant so. Stands below an error, in place of the hint. */
  readonly warning?: ReactNode;
  /** `group` for a control of many parts (choice, table): its label names the group. */
  readonly as?: 'control' | 'group' | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Frames one control with its label above and its hint or error below, and ties them together for screen readers. */
export function Field({ hint, error, warning, as = 'control', className, children, ...head }: FieldProps) {
  const id = useId();
  const invalid = isThere(error);
  const noteId = invalid || isThere(warning) || isThere(hint) ? `${id}-note` : undefined;
  const isGroup = as === 'group';
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const links = useMemo(
    // Of a group's many controls none is the one that its id, note and error belong to: they are the group's.
    () =>
      isGroup
        ? { controlId: undefined, labelId: `${id}-label`, noteId: undefined, invalid: false, tools }
        : { controlId: `${id}-control`, labelId: `${id}-label`, noteId, invalid },
    [id, isGroup, noteId, invalid, tools],
  );
  const grouping = isGroup
    ? { role: 'group', 'aria-labelledby': links.labelId, 'aria-describedby': noteId }
    : {};
  return (
    <div className={classNames(styles.field, className)} {...grouping}>
      <FieldHead {...head} as={as} links={links} onTools={setTools} />
      <FieldContext value={links}>{children}</FieldContext>
      <FieldNote id={noteId} hint={hint} error={invalid ? error : undefined} warning={warning} />
    </div>
  );
}

interface FieldHeadProps extends Pick<FieldProps, 'label' | 'labelHidden' | 'count' | 'aside' | 'as'> {
  readonly links: FieldLinks;
  readonly onTools: (place: HTMLElement | null) => void;
}

function FieldHead({ label, labelHidden = false, count, aside, as, links, onTools }: FieldHeadProps) {
  const labelClass = classNames(styles.label, labelHidden && styles.hidden);
  return (
    <div className={classNames(styles.top, labelHidden && !isThere(aside) && styles.bare)}>
      {as === 'group' ? (
        <span id={links.labelId} className={labelClass}>
          {label}
        </span>
      ) : (
        <label id={links.labelId} htmlFor={links.controlId} className={labelClass}>
          {label}
        </label>
      )}
      {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
      {isThere(aside) && <span className={styles.aside}>{aside}</span>}
      {as === 'group' && <span ref={onTools} className={styles.tools} />}
    </div>
  );
}

interface FieldNoteProps extends Pick<FieldProps, 'hint' | 'error' | 'warning'> {
  readonly id: string | undefined;
}

function FieldNote({ id, hint, error, warning }: FieldNoteProps) {
  if (isThere(error) || isThere(warning)) {
    return (
      <div id={id}>
        {isThere(error) && (
          <div className={classNames(styles.note, styles.error)}>
            <Icon name="exception" size={12} />
            <span>{error}</span>
          </div>
        )}
        {isThere(warning) && (
          <div className={classNames(styles.note, styles.warning)}>
            <Icon name="warning" size={12} label="Warning:" />
            <span>{warning}</span>
          </div>
        )}
      </div>
    );
  }
  if (!isThere(hint)) return null;
  return (
    <div id={id} className={styles.note}>
      {hint}
    </div>
  );
}

function isThere(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}
