import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { useRunNodes } from '../../store/use-run-nodes.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';

export interface CallMenuProps {
  readonly run: RunView;
  readonly call: CallView;
  readonly ownerId: string | null;
}

/** Says which call is shown, and shows another one of the run. */
export function CallMenu({ run, call, ownerId }: CallMenuProps) {
  const nodes = useRunNodes(ownerId);
  const nameOf = ({ endpointName, nodeId }: CallView): string =>
    nodes.get(nodeId ?? '')?.name ?? endpointName;
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
