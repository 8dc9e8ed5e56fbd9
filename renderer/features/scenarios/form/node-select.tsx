import type { NodeId } from '#shared/ids/ids.ts';
import type { NodeKind } from '#shared/nodes/node.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { nodesOfKinds } from './scenario-nodes.ts';

interface NodeSelectProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: NodeId | undefined;
  /** What may be picked; `null` is any node. */
  readonly kinds: readonly NodeKind[] | null;
  /** What the choice is called that picks no node; without it a node has to be picked. */
  readonly none?: string;
  readonly onChange: (node: NodeId | undefined) => void;
  readonly className?: string | undefined;
}

/** Picks a node of the flow or of one that it runs, by name; says so of one that is gone. */
export function NodeSelect({ label, labelHidden, value, kinds, none, onChange, className }: NodeSelectProps) {
  const { nodes } = useScenarioForm();
  const isGone = value !== undefined && !nodes.byId.has(value);
  const severalFlows = new Set(nodes.all.map(({ flow }) => flow.id)).size > 1;
  const options = nodesOfKinds(nodes, kinds).map(({ flow, node }) => ({
    value: node.id,
    label: node.name,
    icon: node.kind,
    ...(severalFlows ? { group: flow.name } : {}),
  }));
  return (
    <Field
      label={label}
      labelHidden={labelHidden}
      className={className}
      error={isGone ? 'This node is gone from the flow. Pick another one.' : undefined}
    >
      <Select
        value={value ?? (none === undefined ? null : noNode)}
        placeholder="Pick a node"
        shown={isGone ? 'A node that is gone' : undefined}
        options={none === undefined ? options : [{ value: noNode, label: none }, ...options]}
        onChange={(id) => onChange(id === noNode ? undefined : id)}
      />
    </Field>
  );
}

const noNode = 'none';
