import type { Flow } from '#shared/flow/flow.ts';
import { waitTrouble } from '#shared/flow/wait-trouble.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { WaitUnit } from '#shared/nodes/wait-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';
import styles from './inspector.module.css';

const units: readonly { readonly value: WaitUnit; readonly label: string }[] = [
  { value: 'ms', label: 'Milliseconds' },
  { value: 's', label: 'Seconds' },
  { value: 'min', label: 'Minutes' },
  { value: 'h', label: 'Hours' },
];

/** How long a Wait pauses. */
export function WaitEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'wait'> }) {
  const { amount, unit } = node.config;
  const { unknownNames, error, warning } = useNameCheck(flow, node.id)(amount);
  return (
    <InspectorBody>
      <div className={styles.waitLine}>
        <Field
          label="Duration"
          className={classNames(styles.grow)}
          error={waitTrouble(node.config) ?? error}
          warning={warning}
          hint="A number, or an expression that gives one; 24 hours at most."
        >
          <TemplateField
            field="text"
            placeholder="1"
            value={amount}
            unknownNames={unknownNames}
            onChange={(next) => configEdited(flow.id, node, { amount: next }, 'amount')}
          />
        </Field>
        <Field label="Unit" className={styles.waitUnit}>
          <Select
            value={unit}
            options={units}
            onChange={(next) => configEdited(flow.id, node, { unit: next })}
          />
        </Field>
      </div>
      <TemplatePreview source={amount} field="text" />
    </InspectorBody>
  );
}
