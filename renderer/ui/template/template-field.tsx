import type { ClipboardEventHandler, CSSProperties, DragEvent, KeyboardEvent, Ref } from 'react';
import { useState } from 'react';
import { classNames } from '../class-names.ts';
import box from '../field/control-box.module.css';
import { useFieldLinks } from '../field/field-context.ts';
import { Tooltip } from '../overlay/tooltip.tsx';
import { TemplateText } from './template-text.tsx';
import styles from './template-field.module.css';

/** A text that is often written in a field, and what it means. */
export interface FieldSuggestion {
  readonly text: string;
  readonly detail?: string | undefined;
}

export interface TemplateFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Lines to begin with; it grows with its text. Without it the field has one line. */
  readonly lines?: number | undefined;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
  /** Whole values that are often written here, offered where no expression is being typed. */
  readonly suggestions?: readonly FieldSuggestion[] | undefined;
  /** `cell` inside a table, where the row draws the lines. */
  readonly look?: 'field' | 'cell' | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly onPaste?: ClipboardEventHandler<HTMLElement> | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
}

/**
 * A plain field for a template, with its expressions coloured.
 *
 * The coloured text lies behind a native input whose own text is transparent: both are set in the same type and sit in
 * the same grid cell of one scrolling box, so they move together and editing stays the browser's.
 */
export function TemplateField({
  value,
  onChange,
  label,
  placeholder,
  lines,
  unknownNames,
  suggestions: _offeredByTheEditor,
  look = 'field',
  invalid,
  disabledReason,
  ...rest
}: TemplateFieldProps) {
  const links = useFieldLinks(label, invalid);
  const [dropping, setDropping] = useState(false);
  const Control = lines === undefined ? 'input' : 'textarea';
  return (
    <Tooltip content={disabledReason}>
      <div
        className={classNames(
          look === 'field' ? box.box : styles.cell,
          styles.box,
          lines !== undefined && styles.tall,
          dropping && styles.dropping,
        )}
        data-invalid={links.invalid || undefined}
        data-disabled={disabledReason !== undefined || undefined}
        onDragEnter={(event) => setDropping(bringsText(event))}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
        }}
        onDrop={() => setDropping(false)}
      >
        <div
          className={styles.scroller}
          // As native fields do: what is left shows its beginning.
          onBlur={(event) => event.currentTarget.scrollTo({ left: 0 })}
          onPointerEnter={({ currentTarget: shown }) => {
            // What does not fit can be read without going through it letter by letter.
            shown.title = shown.scrollWidth > shown.clientWidth ? value : '';
          }}
          style={{ '--lines': lines ?? 1 } as CSSProperties}
        >
          <div className={styles.stack}>
            <pre aria-hidden className={styles.shown}>
              <TemplateText source={value} unknownNames={unknownNames} look="marked" />
              {/* An empty last line has no height of its own. */}
              {'\u200b'}
            </pre>
            <Control
              {...links.control}
              {...rest}
              // As narrow as can be, so that only the text behind decides how long the line is.
              {...(lines === undefined && { size: 1 })}
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              value={value}
              disabled={disabledReason !== undefined}
              className={styles.typed}
              onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)}
            />
          </div>
        </div>
      </div>
    </Tooltip>
  );
}

function bringsText(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('text/plain');
}
