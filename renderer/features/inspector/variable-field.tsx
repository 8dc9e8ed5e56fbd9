import { isVariableName } from '#shared/flow/variable-name.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { useCountOfUses } from '../../store/use-count-of-uses.ts';
import { usesAsked } from '../../store/uses-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';

interface VariableFieldProps {
  readonly flow: Flow;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** The name under which a node stores its value, and the way to all places of the flow that have it. */
export function VariableField({ flow, label, value, onChange, className }: VariableFieldProps) {
  const uses = useCountOfUses(flow, value);
  return (
    <Field
      label={label}
      error={variableTrouble(value)}
      className={className}
      aside={
        uses > 0 && (
          <Button
            look="link"
            tooltip={`Where ${value} is set, read and tested, and a way to rename it everywhere`}
            onClick={() => usesAsked(flow.id, value)}
          >
            {uses === 1 ? '1 use' : `${String(uses)} uses`}
          </Button>
        )
      }
    >
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
