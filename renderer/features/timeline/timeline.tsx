import { useState } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';
import { callPicked, useRuns } from '../../store/runs-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { AxisHead } from './time-axis.tsx';
import { TimelineLine } from './timeline-line.tsx';
import { timelineLines, type TimelineLineView } from './timeline-lines.ts';
import styles from './timeline.module.css';

/** What happened when: nodes, attempts with their phases, and the delays between them. */
export function Timeline({ ownerId }: { readonly ownerId: string | null }) {
  const run = useShownRun(ownerId);
  if (run === undefined || ownerId === null) {
    return (
      <EmptyState icon="history" title="No run yet">
        A run shows here what happened when, call by call and attempt by attempt.
      </EmptyState>
    );
  }
  return <Lines ownerId={ownerId} run={run} />;
}

function Lines({ ownerId, run }: { readonly ownerId: string; readonly run: RunView }) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map());
  const owner = useDocuments((state) => state.documents[ownerId]?.document);
  const picked = useRuns((state) => state.pickedCall);
  const nodes = owner?.format === 'flowbench.flow' ? owner.nodes : [];
  const lines = timelineLines(run, (seq, hasTrouble) => toggled.get(seq) ?? hasTrouble);
  const totalMs = Math.max(run.elapsedMs, 1);
  const chosen = (line: TimelineLineView) => {
    if (line.callIndex !== null) callPicked(run.runId, line.callIndex, line.attempt);
    if (nodes.some((node) => node.id === line.nodeId)) nodePicked(ownerId, line.nodeId);
  };
  return (
    <div className={styles.timeline} role="treegrid" aria-label="Timeline">
      <div role="row" className={styles.head}>
        <span role="columnheader">Node</span>
        <span role="columnheader">Result</span>
        <AxisHead totalMs={totalMs} />
        <span role="columnheader" className={styles.took}>
          Took
        </span>
      </div>
      {lines.map((line) => (
        <TimelineLine
          key={line.key}
          line={line}
          node={nodes.find((node) => node.id === line.nodeId)}
          fallbackName={owner?.name ?? ''}
          totalMs={totalMs}
          picked={
            picked !== null &&
            picked.runId === run.runId &&
            picked.index === line.callIndex &&
            picked.attempt === line.attempt
          }
          onPick={() => chosen(line)}
          onToggle={(expanded) => setToggled((before) => new Map([...before, [line.seq, expanded]]))}
        />
      ))}
    </div>
  );
}
