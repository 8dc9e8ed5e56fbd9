import { givenInputTrouble } from '#shared/flow/given-input-trouble.ts';
import { givenInputsOf, withGivenInput, type ShownInput } from '#shared/flow/given-inputs-of.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { givenInputLabel } from '#shared/flow/sub-flow-texts.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TemplateField } from '../../../ui/template/template-field.tsx';
import { configEdited } from '../edit-node.ts';
import { useNameCheck } from '../use-name-check.ts';
import styles from './sub-flow.module.css';

interface SubFlowInputsProps {
  readonly flow: Flow;
  readonly node: NodeOf<'sub-flow'>;
  readonly inner: Flow | undefined;
}

/** What the inputs of the other flow are given. */
export function SubFlowInputs({ flow, inner, node }: SubFlowInputsProps) {
  const inputs = givenInputsOf(node.config, inner);
  if (inputs.length === 0) {
    if (inner === undefined) return null;
    return <p className={styles.nothing}>{inner.name} has no inputs.</p>;
  }
  return (
    <Field
      as="group"
      label="Inputs"
      hint="Templates over the variables of this flow. An empty one is not given, and the default holds."
    >
      <div className={styles.rows}>
        {inputs.map((input) => (
          <GivenInput
            key={input.name}
            flow={flow}
            node={node}
            input={input}
            isGone={inner !== undefined && input.declared === null}
            onChange={(value) =>
              configEdited(
                flow.id,
                node,
                { inputs: withGivenInput(node.config, inner, input.name, value) },
                `input ${input.name}`,
              )
            }
          />
        ))}
      </div>
    </Field>
  );
}

interface GivenInputProps extends Pick<SubFlowInputsProps, 'flow' | 'node'> {
  readonly input: ShownInput;
  /** The other flow has no such input (any more). */
  readonly isGone: boolean;
  readonly onChange: (value: string) => void;
}

function GivenInput({ flow, input, isGone, node, onChange }: GivenInputProps) {
  const { declared, name, value } = input;
  const check = useNameCheck(flow, node.id)(value);
  return (
    <Field
      label={givenInputLabel(name)}
      aside={
        isGone ? (
          <Button look="link" tooltip={`The flow has no input ${name}`} onClick={() => onChange('')}>
            Remove
          </Button>
        ) : (
          declared !== null && <span className={styles.kind}>{kindOf(declared)}</span>
        )
      }
      error={givenInputTrouble(input) ?? check.error}
      warning={isGone ? 'The flow has no such input, so that this goes nowhere.' : check.warning}
    >
      <TemplateField
        field={declared?.type === 'json' ? 'json' : 'text'}
        placeholder={placeholderOf(declared)}
        value={value}
        unknownNames={check.unknownNames}
        onChange={onChange}
      />
    </Field>
  );
}

function kindOf({ default: text, required, type }: FlowInput): string {
  return required && text === null ? `${typeWords[type]}, required` : typeWords[type];
}

const typeWords: Readonly<Record<FlowInput['type'], string>> = {
  text: 'text',
  number: 'number',
  boolean: 'yes or no',
  json: 'JSON',
};

function placeholderOf(declared: FlowInput | null): string {
  if (declared === null) return '';
  if (declared.default !== null) return declared.default === '' ? 'Empty text' : declared.default;
  return declared.required ? 'Needs a value' : 'Not set';
}
