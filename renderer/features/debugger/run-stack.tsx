import { roundInWords } from '#shared/run-events/project-loop-event.ts';
import type { FlowOfRun, RunView } from '#shared/run-events/run-view.ts';
import { documentsStore } from '../../store/documents-store.ts';
import { stackOfRun } from '../../store/flows-of-run.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { toasts } from '../../store/toasts.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Breadcrumbs } from '../../ui/layout/breadcrumbs.tsx';
import styles from './debug-bar.module.css';

/** The flows that a run is in, the first one first, each with the round of its loop; picking one shows where it stands in that flow. */
export function RunStack({ flowId, run }: { readonly flowId: string; readonly run: RunView }) {
  if (run.callers.length === 0) return null;
  const nodeIds = [...run.callers.map(({ nodeId }) => nodeId), run.paused?.nodeId ?? run.currentNodeId];
  return (
    <Breadcrumbs
      label="Flows of the run"
      className={styles.stack}
      shown={flowId}
      crumbs={stackOfRun(run).map((frame, at) => ({
        key: frame.flowId,
        label: frame.flowName,
        detail: frame.round === null ? null : roundInWords(frame.round),
        onPick: () => framePicked(frame, nodeIds[at] ?? null),
      }))}
    />
  );
}

function framePicked({ flowId, flowName }: FlowOfRun, nodeId: string | null): void {
  if (documentsStore.getState().documents[flowId] === undefined) {
    toasts.show({
      title: `${flowName} was deleted`,
      body: 'There is no canvas to show it on.',
      icon: 'info',
    });
    return;
  }
  documentOpened(flowId);
  if (nodeId !== null) nodePicked(flowId, nodeId);
}
