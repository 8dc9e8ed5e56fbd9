import type { DragEvent } from 'react';
import { use, useEffect, useImperativeHandle, useLayoutEffect, useState } from 'react';
import { classNames } from '../class-names.ts';
import box from '../field/control-box.module.css';
import { useFieldLinks } from '../field/field-context.ts';
import { Tooltip } from '../overlay/tooltip.tsx';
import { AskedMenu } from './asked-menu.ts';
import type { Suggestion } from './editor/editor-settings.ts';
import { FieldMenu } from './field-menu.tsx';
import { FieldMounting } from './field-mounting.ts';
import { editorWarmed } from './load-editor.ts';
import { RestingField } from './resting-field.tsx';
import { TemplateContext } from './template-context.ts';
import type { TemplateFieldProps } from './template-field-props.ts';
import styles from './template-field.module.css';

const noSuggestions: readonly Suggestion[] = [];

/**
 * A field for a template: native at rest, and with the focus an editor that comes in its place, so that nothing moves by
 * it (ADR 0010).
 */
export function TemplateField(props: TemplateFieldProps) {
  const { disabledReason, onBlur } = props;
  const links = useFieldLinks(props.label, props.invalid);
  const { editing, mounting } = useMounting(props, links.control);
  const [menu] = useState(() => new AskedMenu());
  const { isDropping, ...dropping } = useDropping(mounting);
  return (
    <Tooltip content={disabledReason}>
      <div
        ref={(element) => mounting.setBox(element)}
        className={classNames(...looksOf(props), isDropping && styles.dropping)}
        data-template-field=""
        data-invalid={links.invalid || undefined}
        data-disabled={disabledReason !== undefined || undefined}
        onKeyDown={props.onKeyDown}
        // Before the editor sees it, as the row may make rows of it.
        onPasteCapture={(event) => {
          props.onPaste?.(event);
          if (event.isDefaultPrevented()) event.stopPropagation();
        }}
        onFocus={(event) => mounting.focused(event.target)}
        onBlur={(event) => mounting.blurred(event.relatedTarget) && onBlur?.()}
        onPointerDown={() => mounting.pressed()}
        // A right click would take the focus from the text.
        onMouseDown={(event) => editing && event.button === 2 && event.preventDefault()}
        onContextMenu={(event) => menu.asked(event.nativeEvent, mounting.editor)}
        onCompositionStart={() => mounting.composing(true)}
        onCompositionEnd={() => mounting.composing(false)}
        {...dropping}
      >
        {!editing && <RestingField {...props} mounting={mounting} control={links.control} />}
        <div ref={(host) => mounting.setHost(host)} hidden={!editing} className={styles.editor} />
        {editing && (
          <FieldMenu
            editor={() => mounting.editor}
            onTrigger={(trigger) => menu.setTrigger(trigger)}
            onHeld={(held) => mounting.held(held)}
          />
        )}
        {editing && props.value === '' && (
          <span aria-hidden className={styles.placeholder}>
            {props.placeholder}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

const looksOf = ({ look = 'field', lines }: TemplateFieldProps) => [
  look === 'field' ? box.box : styles.cell,
  styles.box,
  lines !== undefined && styles.tall,
];

/** What puts the editor in the place of the native field, told of every change of the field. */
function useMounting(props: TemplateFieldProps, attributes: ReturnType<typeof useFieldLinks>['control']) {
  const [editing, setEditing] = useState(false);
  const [mounting] = useState(() => new FieldMounting(setEditing));
  const place = use(TemplateContext);
  useLayoutEffect(() => {
    const { value, field, lines, unknownNames, suggestions = noSuggestions, onChange } = props;
    const size = { isTall: lines !== undefined, lines: lines ?? 1 };
    mounting.settingsChanged({
      value,
      field,
      ...size,
      unknownNames,
      suggestions,
      place,
      attributes,
      onChange,
    });
  });
  useLayoutEffect(() => (editing ? () => mounting.disposed() : undefined), [editing, mounting]);
  useEffect(() => mounting.connected(), [mounting]);
  useEffect(editorWarmed, []);
  useImperativeHandle(props.ref, () => ({ focus: () => mounting.focus() }));
  return { editing, mounting };
}

/** Text that is dragged over the field, such as a variable. */
function useDropping(mounting: FieldMounting) {
  const [isDropping, setDropping] = useState(false);
  return {
    isDropping,
    onDragEnter: (event: DragEvent) => setDropping(bringsText(event)),
    onDragOver: (event: DragEvent) => {
      if (mounting.editor !== null && bringsText(event)) event.preventDefault();
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
    },
    onDrop: (event: DragEvent) => {
      setDropping(false);
      // At rest the browser puts it where it fell.
      if (mounting.editor === null) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      mounting.editor.insertText(event.dataTransfer.getData('text/plain'), at);
    },
  };
}

function bringsText(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('text/plain');
}
