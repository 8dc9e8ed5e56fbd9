import { connectionOf, withConnection, withoutConnections } from '#shared/flow/edit-flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import { documentEdited } from '../../store/documents-store.ts';
import { Select } from '../../ui/field/select.tsx';

const nowhere = 'nowhere';

interface ExitTargetProps {
  readonly flow: Flow;
  readonly nodeId: NodeId;
  readonly exit: string;
  /** What the exit is called. */
  readonly called: string;
}

/** Where an exit leads, to be picked among the nodes of the flow. */
export function ExitTarget({ flow, nodeId, exit, called }: ExitTargetProps) {
  const targets = flowOrder(flow).filter(({ node }) => node.kind !== 'start' && node.id !== nodeId);
  const from = { node: nodeId, exit };
  return (
    <Select
      label={`${called} leads to`}
      value={connectionOf(flow, nodeId, exit)?.to ?? nowhere}
      options={[
        { value: nowhere, label: 'Not connected' },
        ...targets.map(({ node }) => ({ value: node.id, label: node.name, icon: node.kind })),
      ]}
      onChange={(id) =>
        documentEdited<Flow>(flow.id, (before) =>
          id === nowhere ? withoutConnections(before, [from]) : withConnection(before, from, id),
        )
      }
    />
  );
}
