import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';

export interface CallMenuProps {
  readonly run: RunView;
  readonly call: CallView;
  readonly ownerId: string | null;
}

/** Says which call is shown, and shows another one of the run. */
export function CallMenu({ run, call, ownerId }: CallMenuProps) {
  const owner = useDocuments((state) => (ownerId === null ? undefined : state.documents[ownerId]?.document));
  const nameOf = (each: CallView): string => {
    const node =
      owner?.format === 'flowbench.flow' ? owner.nodes.find(({ id }) => id === each.nodeId) : undefined;
    return node?.name ?? each.endpointName;
  };
  return (
    <Menu
      trigger={
        <ToolbarButton icon="api-call" caret={run.calls.length > 1}>
          {nameOf(call)}
        </ToolbarButton>
      }
      entries={[
        {
          kind: 'choice',
          label: 'Calls of this run',
          value: String(call.index),
          options: run.calls.map((each) => ({
            value: String(each.index),
            label: nameOf(each),
            meta: each.ended?.statusCode ?? each.ended?.status ?? 'running',
          })),
          onChange: (value) => callPicked(run.runId, Number(value)),
        },
      ]}
    />
  );
}
