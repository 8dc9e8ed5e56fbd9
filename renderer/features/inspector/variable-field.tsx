import { isVariableName } from '#shared/flow/variable-name.ts';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';

interface VariableFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** The name under which a node stores its value. */
export function VariableField({ label, value, onChange, className }: VariableFieldProps) {
  return (
    <Field label={label} error={variableTrouble(value)} className={className}>
      <TextField mono icon="variable" value={value} onChange={onChange} />
    </Field>
  );
}

/** What is wrong with a variable's name, in a sentence; `undefined` where nothing is. */
export function variableTrouble(name: string): string | undefined {
  if (name === '') return 'Enter a name, so that later nodes can use the value.';
  if (isVariableName(name)) return undefined;
  return 'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.';
}
