import { Handle, Position, useConnection, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import {
  inHandle,
  topHandle,
  type BreakpointLook,
  type CanvasNode,
  type CardData,
  type CardExit,
} from './canvas-model.ts';
import { CardFlags } from './card-flags.tsx';
import { CardSummary } from './card-summary.tsx';
import { CardStatus } from './card-status.tsx';
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
    <div
      className={classNames(
        styles.card,
        pill && styles.pill,
        styles[stateOf(data)],
        selected && styles.selected,
      )}
      data-node-id={node.id}
      data-state={run?.state ?? 'idle'}
    >
      {node.kind !== 'start' && <WayIn />}
      <BreakpointDot look={breakpoint} where="Breakpoint" className={styles.stop} />
      <div className={styles.head}>
        <Icon name={node.kind} className={styles.icon} />
        <span dir="auto" className={styles.name} title={node.name}>
          {node.name}
        </span>
        <StandInFlag standIn={data.standIn} />
        <CardFlags node={node} run={run} missing={data.needsMissing} problem={data.problem} />
        {lone && <LoneExit exit={exits[0]} below={leavesBelow} />}
      </div>
      {!pill && <CardSummary data={data} />}
      {!pill && !lone && <ExitRows exits={exits} run={run} />}
    </div>
  );
}

function stateOf({ needsMissing, run }: CardData) {
  if (needsMissing || run?.state === 'exception') return 'broken';
  return run?.state ?? 'idle';
}

function ExitRows({ exits, run }: Pick<CardData, 'exits' | 'run'>) {
  return (
    <div className={styles.exits}>
      {exits.map((exit, at) => {
        const taken = exit.look === 'taken' || exit.look === 'failed';
        return (
          <div key={exit.name} className={classNames(styles.exit, taken && styles.takenExit)}>
            {at === 0 && <CardStatus run={run} />}
            <span className={styles.exitName} title={exit.title}>
              <ExitStop exit={exit} />
              {exit.title}
            </span>
            <Port exit={exit} below={false} lone={false} />
          </div>
        );
      })}
    </div>
  );
}

/** The exit of a node that has no rows for exits. */
function LoneExit({ below, exit }: Omit<PortProps, 'lone'>) {
  return (
    <>
      <ExitStop exit={exit} />
      <Port exit={exit} below={below} lone />
    </>
  );
}

interface BreakpointDotProps {
  readonly look: BreakpointLook | null;
  /** What it stops, in words. */
  readonly where: string;
  readonly className: string | undefined;
}

function BreakpointDot({ className, look, where }: BreakpointDotProps) {
  if (look === null) return null;
  const words = look === 'plain' ? where : `${where} with a condition`;
  return <span role="img" aria-label={words} title={words} className={className} data-breakpoint={look} />;
}

function ExitStop({ exit }: { readonly exit: CardExit | undefined }) {
  if (exit === undefined) return null;
  return (
    <BreakpointDot look={exit.breakpoint} where={`Breakpoint on ${exit.title}`} className={styles.exitStop} />
  );
}

interface PortProps {
  readonly exit: CardExit | undefined;
  readonly below: boolean;
  readonly lone: boolean;
}

function Port({ exit, below, lone }: PortProps) {
  if (exit === undefined) return null;
  return (
    <Handle
      id={exit.name}
      type="source"
      position={below ? Position.Bottom : Position.Right}
      className={classNames(styles.port, styles[exit.look], lone && styles.lonePort, below && styles.below)}
      title={`${exit.title}: drag to connect`}
    />
  );
}

// While a connection is drawn the whole card takes it; at rest the ways in are only where lines end.
function WayIn() {
  const drawing = useConnection((connection) => connection.inProgress);
  return (
    <>
      <Handle
        id={inHandle}
        type="target"
        position={Position.Left}
        isConnectableStart={false}
        className={classNames(styles.wayIn, drawing && styles.taking)}
      />
      <Handle
        id={topHandle}
        type="target"
        position={Position.Top}
        isConnectableStart={false}
        className={styles.wayInTop}
      />
    </>
  );
}
