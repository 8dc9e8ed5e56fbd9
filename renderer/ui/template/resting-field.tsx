import type { CSSProperties } from 'react';
import type { FieldMounting } from './field-mounting.ts';
import type { TemplateFieldProps } from './template-field-props.ts';
import { FieldText } from './template-text.tsx';
import styles from './template-field.module.css';

interface RestingFieldProps extends TemplateFieldProps {
  readonly mounting: FieldMounting;
  /** What ties it to its label and its note. */
  readonly control: object;
}

/**
 * A field at rest: a native input whose own text is transparent, over the same text in colour. Both are set in the same
 * type and sit in the same grid cell of one scrolling box.
 */
export function RestingField(props: RestingFieldProps) {
  const { value, onChange, field, lines, unknownNames, placeholder, disabledReason, mounting, control } =
    props;
  const Control = lines === undefined ? 'input' : 'textarea';
  return (
    <div
      ref={(scroller) => mounting.setScroller(scroller)}
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
          <FieldText source={value} unknownNames={unknownNames} json={field === 'json'} />
          {/* An empty last line has no height of its own. */}
          {'\u200b'}
        </pre>
        <Control
          {...control}
          ref={(native: HTMLInputElement & HTMLTextAreaElement) => mounting.setNative(native)}
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
  );
}
