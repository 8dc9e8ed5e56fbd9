import type { NodeProps } from '@xyflow/react';
import { memo, type CSSProperties } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { BreakpointDot } from './breakpoint-dot.tsx';
import type { CanvasNode, CardData } from './canvas-model.ts';
import { ExitRows, LoneExit, WayIn } from './card-exits.tsx';
import { CardFlags } from './card-flags.tsx';
import { CardSummary } from './card-summary.tsx';
import { CoverageFlag } from './coverage-flag.tsx';
import { ErrorNodeFlag } from './error-node-flag.tsx';
import { NoteCard } from './note-card.tsx';
import { hasLoneExit, isPill } from './node-size.ts';
import { StandInFlag } from './stand-in-flag.tsx';
import styles from './node-card.module.css';

/** A node on the canvas: a note as it is written, every other as the card of what it does. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CanvasNode>) {
  const { node, flowId } = data;
  return node.kind === 'note' ? (
    <NoteCard flowId={flowId} node={node} selected={selected} />
  ) : (
    <StepCard data={data} selected={selected} />
  );
});

/** What a step is, what it does, its exits, and how the run that is shown went here. */
function StepCard({ data, selected }: Pick<NodeProps<CanvasNode>, 'data' | 'selected'>) {
  const { breakpoint, node, exits, leavesBelow, run } = data;
  const pill = isPill(node.kind);
  const lone = hasLoneExit(node);
  return (
    <div {...marksOf(data, selected)}>
      {node.kind !== 'start' && <WayIn />}
      <BreakpointDot look={breakpoint} where="Breakpoint" className={styles.stop} />
      <div className={styles.head}>
        <Icon name={node.kind} className={styles.icon} />
        <span dir="auto" className={styles.name} title={node.name}>
          {node.name}
        </span>
        <CoverageFlag flowId={data.flowId} nodeId={node.id} />
        <ErrorNodeFlag words={data.errorNode} isReached={run?.jump !== undefined} />
        <StandInFlag standIn={data.standIn} />
        <CardFlags node={node} run={run} missing={data.needsMissing} problem={data.problem} />
        {lone && <LoneExit exit={exits[0]} below={leavesBelow} />}
      </div>
      {!pill && <CardSummary data={data} />}
      {!pill && !lone && <ExitRows exits={exits} run={run} />}
    </div>
  );
}

/** How the card as a whole looks; its parts have styles of their own, which go by these attributes. */
function marksOf(data: CardData, selected: boolean) {
  const pill = isPill(data.node.kind);
  return {
    className: classNames(
      styles.card,
      pill && styles.pill,
      styles[stateOf(data)],
      selected && styles.selected,
    ),
    'data-node-id': data.node.id,
    'data-card': pill ? 'pill' : 'card',
    'data-selected': selected || undefined,
    'data-state': data.run?.state ?? 'idle',
    style: { '--exit-rows': pill || hasLoneExit(data.node) ? 0 : data.exits.length } as CSSProperties,
  };
}

function stateOf({ needsMissing, run }: CardData) {
  if (needsMissing || run?.state === 'exception') return 'broken';
  return run?.state ?? 'idle';
}
