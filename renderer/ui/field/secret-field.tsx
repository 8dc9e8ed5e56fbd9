import type { FocusEvent, KeyboardEvent, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { ago } from '../status/ago.ts';
import { useMinute } from '../status/use-minute.ts';
import box from './control-box.module.css';
import { handedOver, useDraft } from './drafts.ts';
import { useFieldLinks } from './field-context.ts';
import styles from './secret-field.module.css';

/** How a form that is not saved yet gets at what was typed: reading it empties the input. */
export interface SecretFieldHandle {
  readonly take: () => string;
}

export interface SecretFieldProps {
  /** When the secret was set (ISO 8601), or `null` where none is. */
  readonly setAt: string | null;
  /**
   * Gets the value on Enter or when the field comes to an end, and says whether it was kept. While it is on its way the
   * input is empty; what could not be kept comes back, unless something else was typed in the meantime.
   */
  readonly onSubmit: (value: string) => Promise<boolean>;
  readonly onForget?: (() => void) | undefined;
  /** The value is the content of a file: the person picks one, and nothing is typed. */
  readonly onPick?: (() => void) | undefined;
  /** What to enter: "Paste the token". */
  readonly placeholder: string;
  readonly label?: string | undefined;
  /** Replaces "set 2 days ago" where something is wrong with the secret that is set. */
  readonly warning?: string | undefined;
  /** `when-asked` leaves the value in the input until a form takes it through `ref`. */
  readonly commit?: 'at-once' | 'when-asked' | undefined;
  readonly look?: 'field' | 'cell' | undefined;
  readonly ref?: Ref<SecretFieldHandle> | undefined;
}

/**
 * A secret that goes in and never comes out: what is typed lives in an uncontrolled input and nowhere else in the page,
 * and what is set is only said to be set.
 */
export function SecretField(props: SecretFieldProps) {
  const [replacing, setReplacing] = useState(false);
  if (props.setAt !== null && !replacing) {
    const onReplace = props.onPick ?? (() => setReplacing(true));
    return <SetSecret {...props} setAt={props.setAt} onReplace={onReplace} />;
  }
  if (props.onPick !== undefined) return <UnpickedFile {...props} onPick={props.onPick} />;
  return (
    <NewSecret
      {...props}
      onDone={() => setReplacing(false)}
      onCancel={replacing ? () => setReplacing(false) : undefined}
    />
  );
}

interface SetSecretProps extends SecretFieldProps {
  readonly setAt: string;
  readonly onReplace: () => void;
}

function SetSecret({ setAt, label, warning, look = 'field', onReplace, onForget }: SetSecretProps) {
  const links = useFieldLinks(label);
  const minute = useMinute();
  return (
    <div
      role="group"
      aria-label={label}
      aria-labelledby={links.labelledBy}
      className={classNames(styles.secret, styles[look])}
    >
      <Icon
        name={warning === undefined ? 'lock' : 'warning'}
        size={14}
        className={warning === undefined ? styles.kept : styles.doubtful}
      />
      <span className={styles.dots} aria-hidden>
        ••••••••
      </span>
      <span className={styles.when}>{warning ?? `set ${ago(setAt, minute)}`}</span>
      <span className={styles.actions}>
        <button type="button" className={styles.action} onClick={onReplace}>
          Replace
        </button>
        {onForget !== undefined && (
          <>
            <span aria-hidden>·</span>
            <button type="button" className={styles.action} onClick={onForget}>
              Forget
            </button>
          </>
        )}
      </span>
    </div>
  );
}

function UnpickedFile({ label, placeholder, onPick }: SecretFieldProps & { readonly onPick: () => void }) {
  const links = useFieldLinks(label);
  return (
    <div
      role="group"
      aria-label={label}
      aria-labelledby={links.labelledBy}
      className={classNames(styles.secret, styles.field)}
    >
      <Icon name="lock" size={14} className={box.adornment} />
      <span className={styles.when}>{placeholder}</span>
      <span className={styles.actions}>
        <button type="button" className={styles.action} onClick={onPick}>
          Choose a file…
        </button>
      </span>
    </div>
  );
}

interface NewSecretProps extends SecretFieldProps {
  readonly onDone: () => void;
  readonly onCancel: (() => void) | undefined;
}

function NewSecret({
  placeholder,
  label,
  commit = 'at-once',
  look = 'field',
  onSubmit,
  onDone,
  onCancel,
  ref,
}: NewSecretProps) {
  const links = useFieldLinks(label);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ take: () => emptied(input.current) }), []);

  const taken = async (): Promise<void> => {
    const value = emptied(input.current);
    if (value === '' || (await onSubmit(value))) onDone();
    else if (input.current?.value === '') input.current.value = value;
  };
  const submit = () => handedOver(taken());
  useDraft(() => {
    return commit === 'at-once' && input.current?.value !== '' ? taken() : undefined;
  });
  const left = (event: FocusEvent<HTMLInputElement>) => {
    // Going to another window for the second half of a token is not leaving the field.
    const windowLeft = event.currentTarget === event.currentTarget.ownerDocument.activeElement;
    if (commit === 'at-once' && !windowLeft) submit();
  };
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && commit === 'at-once') {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      emptied(input.current);
      onCancel();
    }
  };

  return (
    <div className={classNames(box.box, styles[look])} data-invalid={links.invalid || undefined}>
      <Icon name="lock" size={14} className={box.adornment} />
      <input
        // The element is kept when it leaves the page: what it holds is handed over after that.
        ref={(element) => {
          if (element !== null) input.current = element;
        }}
        type="password"
        autoComplete="off"
        spellCheck={false}
        autoFocus={onCancel !== undefined}
        {...links.control}
        placeholder={placeholder}
        className={box.input}
        onBlur={left}
        onKeyDown={keyPressed}
      />
      {onCancel !== undefined && (
        <IconButton
          icon="x"
          label="Keep the old one"
          size={20}
          keys="Escape"
          // Taking the focus would leave the field, and leaving it submits.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            emptied(input.current);
            onCancel();
          }}
        />
      )}
    </div>
  );
}

function emptied(input: HTMLInputElement | null): string {
  if (input === null) return '';
  const { value } = input;
  input.value = '';
  return value;
}
