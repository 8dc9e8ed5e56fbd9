import { defaultTrouble } from '#shared/flow/default-trouble.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { useTemplatePlace } from '../../store/use-template-place.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';
import { variableTrouble } from './variable-field.tsx';
import styles from './start-editor.module.css';

const types = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'json', label: 'JSON' },
] as const;

/** The inputs of a flow: what a run is given, and what holds where it is given nothing. */
export function StartEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'start'> }) {
  const { inputs } = node.config;
  const changed = (next: FlowInput[], field: string | null = null) =>
    configEdited(flow.id, node, { inputs: next }, field);
  return (
    <InspectorBody>
      <Field
        as="group"
        label="Inputs"
        hint="Run asks for the required ones that have no default."
        error={twice(inputs)}
      >
        {inputs.map((input, at) => (
          <InputFields
            key={at}
            flow={flow}
            nodeId={node.id}
            at={at}
            input={input}
            onChange={(next, field) => changed(inputs.with(at, next), `${field} ${String(at)}`)}
            onRemove={() => changed(inputs.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() => changed([...inputs, { name: '', type: 'text', default: null, required: true }])}
          >
            Input
          </Button>
        </div>
      </Field>
    </InspectorBody>
  );
}

interface InputFieldsProps {
  readonly flow: Flow;
  readonly nodeId: string;
  /** How many inputs stand above it, which its default can use. */
  readonly at: number;
  readonly input: FlowInput;
  readonly onChange: (input: FlowInput, field: string) => void;
  readonly onRemove: () => void;
}

function InputFields({ flow, nodeId, at, input, onChange, onRemove }: InputFieldsProps) {
  const check = useNameCheck(flow, nodeId, at)(input.default ?? '');
  const place = useTemplatePlace(flow, nodeId, at);
  const called = input.name === '' ? 'the input' : input.name;
  return (
    <div className={styles.input} role="group" aria-label={`Input ${called}`}>
      <div className={styles.inputRow}>
        <Field label="Name" labelHidden error={variableTrouble(input.name)}>
          <TextField
            mono
            placeholder="name"
            value={input.name}
            onChange={(name) => onChange({ ...input, name }, 'name')}
          />
        </Field>
        <Select
          label={`Type of ${called}`}
          value={input.type}
          options={types}
          onChange={(type) => onChange({ ...input, type }, 'type')}
        />
      </div>
      <Field
        label={`Default of ${called}`}
        labelHidden
        error={defaultTrouble(input) ?? check.error}
        warning={check.warning}
      >
        <TemplateContext value={place}>
          <TemplateField
            field="text"
            placeholder="No default"
            value={input.default ?? ''}
            unknownNames={check.unknownNames}
            onChange={(text) => onChange({ ...input, default: text === '' ? null : text }, 'default')}
          />
        </TemplateContext>
      </Field>
      <div className={styles.inputFoot}>
        <Switch
          checked={input.required}
          onChange={(required) => onChange({ ...input, required }, 'required')}
        >
          Required
        </Switch>
        <IconButton icon="trash" label={`Remove ${called}`} onClick={onRemove} />
      </div>
    </div>
  );
}

function twice(inputs: readonly FlowInput[]): string | undefined {
  const names = inputs.map(({ name }) => name);
  const name = names.find((each, at) => each !== '' && names.indexOf(each) !== at);
  return name === undefined ? undefined : `${name} is there twice; give one of them another name.`;
}
