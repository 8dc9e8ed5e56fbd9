import type { ReactNode } from 'react';
import type { RunComparison } from '#shared/run-events/compare-runs.ts';
import type { TimelineRow } from '#shared/run-events/run-view.ts';
import { comparisonAsked } from '../../store/compare-store.ts';
import { flowsOfRun } from '../../store/flows-of-run.ts';
import { nodeOfRunShown } from '../../store/node-of-run-shown.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useNodesOf, type RunNode } from '../../store/use-run-nodes.ts';
import type { ComparedRun } from '../../store/use-runs-to-compare.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './compare-dialog.module.css';

interface PartingPlaceProps {
  /** The flow that was run. */
  readonly flowId: string;
  readonly comparison: RunComparison;
  readonly pair: readonly ComparedRun[];
}

/** How far two runs went the same way, and where each of them went then: in that flow or in one that it runs. */
export function PartingPlace({ comparison: { parts, sameSteps }, flowId, pair }: PartingPlaceProps) {
  const nodes = useNodesOf(
    pair.flatMap(({ view }) => flowsOfRun(view)),
    pair.flatMap(({ record }) => record?.nodes ?? []),
  );
  const [a, b] = parts;
  if (a === null && b === null) return <p className={styles.words}>They went the same way.</p>;
  const place = (row: TimelineRow | null): ReactNode =>
    row === null ? <b>its end</b> : <Place flowId={flowId} row={row} node={nodes.get(row.nodeId)} />;
  const same = sameSteps === 1 ? 'one step' : `${String(sameSteps)} steps`;
  return (
    <p className={styles.words}>
      They went the same way for {same}. Then the one came to {place(a)}, the other to {place(b)}.
    </p>
  );
}

interface PlaceProps {
  readonly flowId: string;
  readonly row: TimelineRow;
  readonly node: RunNode | undefined;
}

function Place({ flowId, node, row }: PlaceProps) {
  const name = node?.name ?? 'a node that is gone';
  const words = row.result === '' ? name : `${name} (${row.result})`;
  if (node === undefined || node.flowId === null) return <b>{words}</b>;
  return <PlaceThere flowId={flowId} node={node} row={row} words={words} />;
}

interface PlaceThereProps extends PlaceProps {
  readonly node: RunNode;
  readonly words: string;
}

/** A node that is there is gone to by a click, in whichever flow it is. */
function PlaceThere({ flowId, node, row, words }: PlaceThereProps) {
  const other = useFlow(node.flowId === flowId ? null : node.flowId);
  const shown = () => {
    comparisonAsked(null);
    nodeOfRunShown(node, row.nodeId);
  };
  return (
    <>
      <Button look="link" className={styles.place} onClick={shown}>
        {words}
      </Button>
      {other !== undefined && ` in ${other.name}`}
    </>
  );
}
