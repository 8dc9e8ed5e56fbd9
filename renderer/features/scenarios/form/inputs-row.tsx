import { readInputText } from '#shared/interpreter/read-input.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import styles from './form.module.css';

/** What the inputs of the flow are given; nothing is shown where it has none. */
export function InputsRow() {
  const { nodes, scenario } = useScenarioForm();
  const declared = nodes.inputs.filter(({ name }) => name !== '');
  const names = new Set(declared.map(({ name }) => name));
  const others = scenario.inputs.filter(({ name }) => !names.has(name));
  if (declared.length + others.length === 0) return null;
  return (
    <FormRow title="Inputs" hint="A column of the data with the same name comes first">
      {declared.map((input) => (
        <InputField key={input.name} name={input.name} declared={input} />
      ))}
      {others.map(({ name }, at) => (
        <InputField key={`other ${String(at)}`} name={name} declared={null} />
      ))}
    </FormRow>
  );
}

function InputField({ declared, name }: { readonly name: string; readonly declared: FlowInput | null }) {
  const { edit, nodes, scenario } = useScenarioForm();
  const given = scenario.inputs.find((each) => each.name === name)?.value;
  const changed = (value: string) =>
    edit(({ inputs, ...before }) => {
      const at = inputs.findIndex((each) => each.name === name);
      return { ...before, inputs: at < 0 ? [...inputs, { name, value }] : inputs.with(at, { name, value }) };
    }, `input ${name}`);
  const removed = () =>
    edit((before) => ({ ...before, inputs: before.inputs.filter((each) => each.name !== name) }), null);
  const isUnknown = declared === null && nodes.flow !== null;
  return (
    <div className={styles.input}>
      <span className={styles.inputName} title={name}>
        {name}
        {declared !== null && <span className={styles.remark}> {typeWords[declared.type]}</span>}
      </span>
      <Field
        label={`Input ${name}`}
        labelHidden
        error={declared === null ? undefined : inputTrouble(declared, given)}
        warning={isUnknown ? 'The flow has no such input. Remove it, or add it to its Start.' : undefined}
      >
        <TextField mono placeholder={placeholderOf(declared)} value={given ?? ''} onChange={changed} />
      </Field>
      {given === undefined ? (
        <span />
      ) : (
        <IconButton icon="trash" label={`Give ${name} nothing`} onClick={removed} />
      )}
    </div>
  );
}

const typeWords = { text: 'text', number: 'number', boolean: 'yes or no', json: 'JSON' } as const;

function placeholderOf(declared: FlowInput | null): string {
  if (declared === null) return '';
  if (declared.default !== null) return `Default: ${declared.default}`;
  return declared.required ? 'Required' : 'Not given';
}

function inputTrouble({ name, type }: FlowInput, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const read = readInputText(type, given);
  return read.ok ? undefined : `That is ${read.failure}, and ${name} has to be ${typeWords[type]}.`;
}
