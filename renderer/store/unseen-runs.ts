import { documentsStore } from './documents-store.ts';
import { runStopped } from './run-actions.ts';
import { isUnderWay, runsStore } from './runs-store.ts';
import { toasts } from './toasts.ts';

/**
 * Stops runs that are under way and that no flow shows any more, since nobody could answer or stop them there: another run came
 * into their flow as a sub-flow, or their flow was deleted. Where a run of the same flow takes the place, that was asked for.
 */
export function startStoppingUnseenRuns(): () => void {
  const stopRuns = runsStore.subscribe(({ latestOfFlow, runs }, before) => {
    if (latestOfFlow === before.latestOfFlow) return;
    for (const [flowId, runId] of Object.entries(before.latestOfFlow)) {
      const by = runs[latestOfFlow[flowId] ?? ''];
      if (by === undefined || by.runId === runId || by.flowId === runs[runId]?.flowId) continue;
      const where = documentsStore.getState().documents[flowId]?.document.name ?? 'its flow';
      stoppedWhereUnseen(runId, where, `A run of ${by.flowName} came into ${where} and is shown there now.`);
    }
  });
  const stopDocuments = documentsStore.subscribe(({ documents, workspace }, before) => {
    if (documents === before.documents || workspace !== before.workspace) return;
    for (const [flowId, runId] of Object.entries(runsStore.getState().latestOfFlow)) {
      const gone = documents[flowId] === undefined ? before.documents[flowId] : undefined;
      if (gone !== undefined) stoppedWhereUnseen(runId, gone.document.name, 'Its flow is gone.');
    }
  });
  return () => {
    stopRuns();
    stopDocuments();
  };
}

function stoppedWhereUnseen(runId: string, name: string, body: string): void {
  const { latestOfFlow, runs } = runsStore.getState();
  const { documents } = documentsStore.getState();
  const isSeen = Object.entries(latestOfFlow).some(([id, shown]) => shown === runId && documents[id]);
  if (isSeen || !isUnderWay(runs[runId])) return;
  void runStopped(runId);
  toasts.show({ title: `The run of ${runs[runId]?.flowName ?? name} was stopped`, body, icon: 'stop' });
}
