import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import type { ExitOfNode } from '#shared/stand-in/exit-tally.ts';
import { faultForExit } from '#shared/stand-in/fault-for-exit.ts';
import { faultName } from '#shared/stand-in/fault-words.ts';
import { askedDialogClosed, useAskedDialog } from '../../store/asked-dialogs.ts';
import { standInChosen, useStandIn } from '../../store/stand-ins.ts';
import { exitsForgotten, useExitTally } from '../../store/exit-tallies.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import styles from './stand-ins.module.css';

/** The exits of a flow that no run from the window has taken, and for those of API Calls the fault that takes each. */
export function ExitsDialog() {
  const asked = useAskedDialog();
  const flow = useFlow(asked?.type === 'exits' ? asked.flowId : null);
  return (
    <Dialog
      open={flow !== undefined}
      onClose={askedDialogClosed}
      title="Exits never taken"
      description="By runs from this window since the count began, also before it was closed. Runs of scenarios do not count."
      width="wide"
      footer={flow !== undefined && <BeginAnew flow={flow} />}
    >
      {flow !== undefined && <Exits flow={flow} />}
    </Dialog>
  );
}

function BeginAnew({ flow }: { readonly flow: Flow }) {
  const { taken } = useExitTally(flow);
  return (
    <Button
      disabledReason={taken === 0 ? 'No exit of this flow was taken yet.' : undefined}
      onClick={() => exitsForgotten(flow)}
    >
      Begin anew
    </Button>
  );
}

function Exits({ flow }: { readonly flow: Flow }) {
  const tally = useExitTally(flow);
  if (tally.never.length === 0) {
    return (
      <EmptyState icon="circle-check" title="Every exit was taken">
        All {tally.total} exits of this flow were taken at least once.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.exits} aria-label="Exits never taken">
      {tally.never.map((each) => (
        <ExitRow key={`${each.nodeId} ${each.exit}`} flow={flow} of={each} />
      ))}
    </ul>
  );
}

function ExitRow({ flow, of: { exit, nodeId } }: { readonly flow: Flow; readonly of: ExitOfNode }) {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  const standIn = useStandIn(nodeId);
  const fault = useMemo(
    () => (node?.kind === 'api-call' ? faultForExit(node.config, exit) : null),
    [exit, node],
  );
  if (node === undefined) return null;
  const isSet =
    fault !== null && standIn?.type === 'fault' && JSON.stringify(standIn.fault) === JSON.stringify(fault);
  return (
    <li className={styles.exit}>
      <Icon name={node.kind} size={14} />
      <span className={styles.name}>{node.name}</span>
      <code className={styles.exitName}>{exitName(node, exit)}</code>
      {fault === null ? (
        <span className={styles.how}>{howElse(node.kind)}</span>
      ) : (
        <>
          <span className={styles.how}>{faultName(fault)}</span>
          <Button
            size="s"
            icon="fault"
            aria-label={`${isSet ? 'Set' : 'Fault this'}: ${exit} of ${node.name}`}
            disabledReason={isSet ? 'This fault is set: run the flow.' : undefined}
            onClick={() => standInChosen(nodeId, { type: 'fault', fault, attempts: 'all', then: null })}
          >
            {isSet ? 'Set' : 'Fault this'}
          </Button>
        </>
      )}
    </li>
  );
}

/** What takes an exit that no fault can bring about. */
function howElse(kind: Flow['nodes'][number]['kind']): string {
  if (kind === 'api-call') return 'A more specific exit takes all of this';
  if (kind === 'condition') return 'Taken by what its rules decide';
  return kind === 'prompt' ? 'Taken by how one answers' : 'Taken when a run comes by';
}
