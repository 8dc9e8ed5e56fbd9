import { Handle, Position, useConnection } from '@xyflow/react';
import { classNames } from '../../ui/class-names.ts';
import { BreakpointDot } from './breakpoint-dot.tsx';
import { inHandle, topHandle, type CardData, type CardExit } from './canvas-model.ts';
import { CardStatus, RoundsTook } from './card-status.tsx';
import styles from './card-exits.module.css';

/** The exits of a card, one a row. */
export function ExitRows({ exits, run }: Pick<CardData, 'exits' | 'run'>) {
  return (
    <div className={styles.exits}>
      {exits.map((exit, at) => {
        const taken = exit.look === 'taken' || exit.look === 'failed';
        return (
          <div key={exit.name} className={classNames(styles.exit, taken && styles.takenExit)}>
            {at === 0 && <CardStatus run={run} />}
            {at === 1 && <RoundsTook run={run} />}
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
export function LoneExit({ below, exit }: Omit<PortProps, 'lone'>) {
  return (
    <>
      <ExitStop exit={exit} />
      <Port exit={exit} below={below} lone />
    </>
  );
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
      data-below={below || undefined}
      title={`${exit.title}: drag to connect`}
    />
  );
}

/** While a connection is drawn the whole card takes it; at rest the ways in are only where lines end. */
export function WayIn() {
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
