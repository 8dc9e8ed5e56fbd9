import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';

interface ColumnSelectProps {
  readonly value: string;
  readonly onChange: (column: string) => void;
}

/** Picks a column of the scenario's data; says so of one that the data have not. */
export function ColumnSelect({ onChange, value }: ColumnSelectProps) {
  const { columns } = useScenarioForm().scenario.data;
  const isMissing = value !== '' && !columns.includes(value);
  const trouble = isMissing
    ? `The data have no column ${value}. Pick another one, or add it below.`
    : undefined;
  const none = columns.length === 0 ? 'The data have no columns yet: add one below.' : undefined;
  return (
    <Field label="Column" error={trouble} warning={isMissing ? undefined : none}>
      <Select
        mono
        value={value === '' ? null : value}
        placeholder="Pick a column"
        shown={isMissing ? value : undefined}
        options={columns.map((column) => ({ value: column, label: column }))}
        onChange={onChange}
      />
    </Field>
  );
}
