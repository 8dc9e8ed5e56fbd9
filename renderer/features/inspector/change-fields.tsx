import type { KeyboardEvent, PointerEvent } from 'react';
import { changeTrouble } from '#shared/flow/change-trouble.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { ChangePreview } from '#shared/flow/preview-changes.ts';
import type { ChangeAction, VariableChange } from '#shared/nodes/set-variables-node.ts';
import { useTemplatePlace } from '../../store/use-template-place.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/field/checkbox.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { TemplateField } from '../../ui/template/template-field.tsx';
import styles from './changes.module.css';
import { useNameCheck } from './use-name-check.ts';
import { variableTrouble } from './variable-field.tsx';

const actions: readonly { readonly value: ChangeAction; readonly label: string }[] = [
  { value: 'assign', label: 'Assign' },
  { value: 'unset', label: 'Unset' },
  { value: 'append', label: 'Append' },
  { value: 'increment', label: 'Increment' },
];

const placeholders: Readonly<Record<Exclude<ChangeAction, 'unset'>, string>> = {
  assign: 'Empty text',
  append: 'Empty text',
  increment: 'By 1',
};

interface ChangeFieldsProps {
  readonly flow: Flow;
  readonly nodeId: string;
  /** How many changes stand above it, which its value sees. */
  readonly at: number;
  readonly change: VariableChange;
  readonly preview: ChangePreview | null;
  readonly dragged: boolean;
  readonly drop: 'above' | 'below' | null;
  readonly onChange: (change: VariableChange, field: string) => void;
  readonly onRemove: () => void;
  readonly onGrip: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One change: whether it counts, of which variable, what is done, and with which value. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { at, change, onChange } = props;
  const number = String(at + 1);
  return (
    <div
      role="group"
      aria-label={`Change ${number}`}
      data-row={at}
      data-drop={props.drop ?? undefined}
      className={classNames(styles.change, !change.enabled && styles.off, props.dragged && styles.dragged)}
      onKeyDown={props.onKeyDown}
      onKeyDownCapture={props.onKeyDownCapture}
    >
      <span
        className={styles.grip}
        title="Drag to move, or press Alt+↑ or Alt+↓"
        onPointerDown={props.onGrip}
      >
        <Icon name="grip" size={12} />
      </span>
      <div className={styles.line}>
        <span className={styles.tool}>
          <Checkbox
            label={`Make change ${number}`}
            checked={change.enabled}
            onChange={(enabled) => onChange({ ...change, enabled }, 'enabled')}
          />
        </span>
        <span className={styles.grow} data-column="name">
          <Field label={`Variable, change ${number}`} labelHidden error={troubleOf(change)}>
            <TextField
              mono
              placeholder="name"
              value={change.variable}
              onChange={(variable) => onChange({ ...change, variable }, 'variable')}
            />
          </Field>
        </span>
        <Select
          label={`Action, change ${number}`}
          className={styles.action}
          value={change.action}
          options={actions}
          onChange={(action) => onChange({ ...change, action }, 'action')}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.grow} data-column="value">
          {change.action === 'unset' ? (
            <span className={styles.unset}>It is not set afterwards.</span>
          ) : (
            <ChangeValue {...props} placeholder={placeholders[change.action]} />
          )}
        </span>
        <span className={styles.tool}>
          <IconButton icon="trash" label={`Remove change ${number}`} onClick={props.onRemove} />
        </span>
      </div>
      <Result {...props} />
    </div>
  );
}

// A change that is off is not made, and so in nobody's way.
const troubleOf = ({ variable, enabled }: VariableChange) =>
  enabled ? variableTrouble(variable) : undefined;

function ChangeValue(props: ChangeFieldsProps & { readonly placeholder: string }) {
  const { flow, nodeId, at, change, onChange, placeholder } = props;
  const check = useNameCheck(flow, nodeId, at)(change.value);
  return (
    <Field
      label={`Value, change ${String(at + 1)}`}
      labelHidden
      error={change.enabled && (changeTrouble(change) ?? check.error)}
      warning={change.enabled && check.warning}
    >
      <TemplateContext value={useTemplatePlace(flow, nodeId, at)}>
        <TemplateField
          field="text"
          placeholder={placeholder}
          value={change.value}
          unknownNames={change.enabled ? check.unknownNames : undefined}
          onChange={(value) => onChange({ ...change, value }, 'value')}
        />
      </TemplateContext>
    </Field>
  );
}

/** What would come of it with the last values. */
function Result({ at, change, preview }: ChangeFieldsProps) {
  if (preview === null) return null;
  const label = `Result of change ${String(at + 1)}`;
  if (preview.kind === 'failure')
    return (
      <p className={styles.failure} aria-label={label} role="note">
        {preview.message}
      </p>
    );
  return (
    <p className={styles.result} aria-label={label} role="note" title={preview.json}>
      <span className={styles.resultName}>{change.variable} = </span>
      {preview.json}
    </p>
  );
}
