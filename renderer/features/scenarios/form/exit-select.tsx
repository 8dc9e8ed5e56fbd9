import type { NodeId } from '#shared/ids/ids.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';

interface ExitSelectProps {
  readonly node: NodeId;
  readonly value: string;
  readonly onChange: (exit: string) => void;
}

/** Picks an exit of a node; says so of one that the node has not. */
export function ExitSelect({ node, onChange, value }: ExitSelectProps) {
  const reached = useScenarioForm().nodes.byId.get(node);
  const exits = reached === undefined ? [] : nodeExits(reached.node);
  const isGone = reached !== undefined && !exits.includes(value);
  return (
    <Field
      label="Exit"
      error={isGone && value !== '' ? 'The node has no such exit. Pick another one.' : undefined}
    >
      <Select
        mono
        value={value === '' ? null : value}
        placeholder="Pick an exit"
        shown={isGone && value !== '' ? exitName(reached.node, value) : undefined}
        options={exits.map((exit) => ({ value: exit, label: exitName(reached?.node, exit) }))}
        onChange={onChange}
      />
    </Field>
  );
}
