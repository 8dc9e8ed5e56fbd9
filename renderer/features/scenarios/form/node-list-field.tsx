import type { NodeId } from '#shared/ids/ids.ts';
import type { NodeKind } from '#shared/nodes/node.ts';
import { ItemList } from './item-list.tsx';
import { NodeSelect } from './node-select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { nodesOfKinds } from './scenario-nodes.ts';

interface NodeListFieldProps {
  readonly label: string;
  readonly nodes: readonly NodeId[];
  readonly kinds: readonly NodeKind[] | null;
  readonly onChange: (nodes: NodeId[]) => void;
}

/** Nodes in an order that counts; a node may be in it more than once. */
export function NodeListField({ kinds, label, nodes, onChange }: NodeListFieldProps) {
  const { nodes: reached } = useScenarioForm();
  const offered = nodesOfKinds(reached, kinds).map(({ node }) => node.id);
  const fresh = (): NodeId => {
    const next = offered[offered.indexOf(nodes.at(-1) as NodeId) + 1];
    return next ?? (offered[0] as NodeId);
  };
  return (
    <ItemList
      label={label}
      one={kinds === null ? 'node' : 'call'}
      items={nodes}
      fresh={fresh}
      freshRefused={offered.length === 0 ? 'The flow has none.' : undefined}
      onChange={(next) => onChange([...next])}
    >
      {(node, nodeChanged, at) => (
        <NodeSelect
          label={`${label}, row ${String(at + 1)}`}
          labelHidden
          kinds={kinds}
          value={node}
          onChange={(next) => next !== undefined && nodeChanged(next, null)}
        />
      )}
    </ItemList>
  );
}
