import { useCallback, useMemo, useRef, useState } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';
import { callPicked, useRuns } from '../../store/runs-store.ts';
import { nodeOfRunShown } from '../../store/node-of-run-shown.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { useRunNodes } from '../../store/use-run-nodes.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { useWindowWidth } from '../../store/window-width.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { useVirtualRows } from '../../ui/list/use-virtual-rows.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { AxisHead } from './time-axis.tsx';
import { TimelineLine } from './timeline-line.tsx';
import type { TimelineLineView } from './timeline-line-view.ts';
import { timelineLines, timelineMs } from './timeline-lines.ts';
import { useMeasuredWidth } from '../../ui/layout/use-measured-width.ts';
import styles from './timeline.module.css';

/** Heights as timeline.module.css draws them. */
const normal = { rowPx: 22, headPx: 22 };
const wide = { rowPx: 26, headPx: 22 };

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
  const ownerName = useDocuments((state) => state.documents[ownerId]?.document.name);
  const picked = useRuns((state) => state.pickedCall);
  const nodes = useRunNodes(ownerId);
  const lines = useMemo(
    () => timelineLines(run, (seq, hasTrouble) => toggled.get(seq) ?? hasTrouble),
    [run, toggled],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(scroller, lines.length, useWindowWidth() === 'wide' ? wide : normal);
  const totalMs = timelineMs(run);
  const [axis, axisPx] = useMeasuredWidth();
  const chosen = useCallback(
    (line: TimelineLineView) => {
      nodeOfRunShown(nodes.get(line.nodeId), line.nodeId);
      if (line.callIndex === null) return;
      callPicked(run.runId, line.callIndex, line.attempt);
      if (line.attempt !== null) panelTabShown('response');
    },
    [nodes, run.runId],
  );
  const folded = useCallback(
    (line: TimelineLineView, expanded: boolean) =>
      setToggled((before) => new Map([...before, [line.seq, expanded]])),
    [],
  );
  const isPicked = (line: TimelineLineView) =>
    picked !== null &&
    picked.runId === run.runId &&
    picked.index === line.callIndex &&
    picked.attempt === line.attempt;
  return (
    <div
      ref={scroller}
      className={styles.timeline}
      role="treegrid"
      aria-label="Timeline"
      aria-rowcount={lines.length + 1}
      onFocus={rows.onFocus}
      onKeyDown={rows.onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <span role="columnheader">Node</span>
        <span role="columnheader">Result</span>
        <AxisHead ref={axis} totalMs={totalMs} widthPx={axisPx} />
        <span role="columnheader" className={styles.took}>
          Took
        </span>
      </div>
      <div role="rowgroup" className={styles.canvas} style={{ height: rows.heightPx }}>
        {rows.shown.map(({ index, topPx }) => {
          const line = lines[index];
          return (
            line !== undefined && (
              <TimelineLine
                key={line.key}
                line={line}
                index={index}
                topPx={topPx}
                node={nodes.get(line.nodeId)}
                from={nodes.get(line.jump?.nodeId ?? '')?.name}
                fallbackName={ownerName ?? run.flowName}
                totalMs={totalMs}
                axisPx={axisPx}
                picked={isPicked(line)}
                tabStop={index === rows.tabStop}
                onPick={chosen}
                onToggle={folded}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
