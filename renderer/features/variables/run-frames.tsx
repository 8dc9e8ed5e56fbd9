import type { RunView } from '#shared/run-events/run-view.ts';
import { stackOfRun } from '../../store/flows-of-run.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Breadcrumbs } from '../../ui/layout/breadcrumbs.tsx';
import styles from './variables.module.css';

interface RunFramesProps {
  readonly run: RunView;
  readonly ownerId: string | null;
}

/** The flows that the run is in: each has variables of its own, which show where that flow is. */
export function RunFrames({ ownerId, run }: RunFramesProps) {
  if (run.callers.length === 0) return null;
  return (
    <Breadcrumbs
      label="Variables of"
      className={styles.frames}
      shown={ownerId}
      crumbs={stackOfRun(run).map(({ flowId, flowName }) => ({
        key: flowId,
        label: flowName,
        onPick: () => documentOpened(flowId),
      }))}
    />
  );
}
