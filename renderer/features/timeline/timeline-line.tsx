import { memo, type KeyboardEvent } from 'react';
import { jumpInWords } from '#shared/run-events/error-jump.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { PhaseView } from '#shared/run-events/run-view.ts';
import type { RunNode } from '../../store/use-run-nodes.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { AxisLines } from './time-axis.tsx';
import type { TimelineLineView } from './timeline-line-view.ts';
import styles from './timeline.module.css';

interface TimelineLineProps {
  readonly line: TimelineLineView;
  readonly index: number;
  readonly topPx: number;
  readonly node: RunNode | undefined;
  /** The name of the node that the run came from, where it came by the error node of the flow. */
  readonly from: string | undefined;
  /** The name where the line belongs to no node: the endpoint's. */
  readonly fallbackName: string;
  readonly totalMs: number;
  readonly axisPx: number;
  readonly picked: boolean;
  readonly tabStop: boolean;
  readonly onPick: (line: TimelineLineView) => void;
  readonly onToggle: (line: TimelineLineView, expanded: boolean) => void;
}

/** One line of the timeline, 22 high. */
export const TimelineLine = memo(function TimelineLine(props: TimelineLineProps) {
  const { line, index, topPx, node, from, fallbackName, totalMs, axisPx, picked, tabStop, onPick, onToggle } =
    props;
  const name = node?.name ?? fallbackName;
  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    const act = actionOfKey(event.key, props);
    if (act === null) return;
    act();
    event.preventDefault();
  };
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={line.nested + levels[line.kind]}
      tabIndex={tabStop ? 0 : -1}
      aria-selected={picked}
      aria-expanded={line.expanded ?? undefined}
      className={classNames(styles.line, styles[line.kind], picked && styles.picked)}
      style={{ transform: `translateY(${String(topPx)}px)` }}
      onClick={() => onPick(line)}
      onKeyDown={keyPressed}
    >
      <span role="gridcell" className={styles.name} style={indented(line)}>
        {line.kind === 'node' ? (
          <>
            <Fold line={line} onToggle={onToggle} />
            <Icon name={node?.kind ?? 'api-call'} size={14} className={styles.icon} />
            <span dir="auto" className={styles.word} title={name}>
              {name}
            </span>
            <Jump jump={line.jump} from={from} />
          </>
        ) : (
          <span className={styles.word} title={line.label}>
            {line.label}
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.result}>
        <Result line={line} />
        <Unverified line={line} />
      </span>
      <span role="gridcell" className={styles.axis}>
        <Axis line={line} totalMs={totalMs} axisPx={axisPx} />
      </span>
      <span role="gridcell" className={styles.took}>
        <Took line={line} />
      </span>
    </div>
  );
});

/** How deep a line stands by what it is: attempts below their call, hops below their attempt. */
const levels: Readonly<Record<TimelineLineView['kind'], number>> = {
  node: 1,
  attempt: 2,
  delay: 2,
  stream: 2,
  rule: 2,
  hop: 3,
};

/** Rounds stand below their loop, and steps of a flow below the node that ran it, each further in. */
function indented({ nested }: TimelineLineView) {
  return nested === 0 ? undefined : { marginLeft: `${String(Math.min(nested, mostIndents) * indentPx)}px` };
}

const indentPx = 14;
/** Further in there would be no room for names. */
const mostIndents = 6;

/** How long it took; where something stood in, what did, since that time says nothing about the API. */
function Took({ line: { standIn, tookMs } }: { readonly line: TimelineLineView }) {
  if (tookMs === null) return null;
  if (standIn === null) return formatDuration(tookMs);
  return (
    <span title={`Answered by the ${standIn.type}: ${standIn.name}, in ${formatDuration(tookMs)}`}>
      {standIn.type}
    </span>
  );
}

function actionOfKey(key: string, { line, onPick, onToggle }: TimelineLineProps): (() => void) | null {
  switch (key) {
    case 'Enter':
    case ' ':
      return () => onPick(line);
    case 'ArrowRight':
      return line.expanded === false ? () => onToggle(line, true) : null;
    case 'ArrowLeft':
      return line.expanded === true ? () => onToggle(line, false) : null;
    default:
      return null;
  }
}

function Fold({ line, onToggle }: Pick<TimelineLineProps, 'line' | 'onToggle'>) {
  const { expanded } = line;
  if (expanded === null) return <span className={styles.fold} />;
  return (
    <span
      className={styles.fold}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onToggle(line, !expanded);
      }}
    >
      <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />
    </span>
  );
}

/** The run came here by no connection: why it did is told where one points at it. */
function Jump({
  from = 'a node that is gone',
  jump,
}: Pick<TimelineLineView, 'jump'> & { from?: string | undefined }) {
  if (jump === null) return null;
  const words = `By the error node of the flow: ${jumpInWords(jump, from)}`;
  return (
    <span className={styles.jump} title={words}>
      <Icon name="error-node" size={12} label={words} />
    </span>
  );
}

function Result({ line }: { readonly line: TimelineLineView }) {
  if (line.kind === 'delay' || line.kind === 'stream' || line.result === '') return null;
  if (line.callIndex === null || line.result === 'running')
    return (
      <span className={styles.quiet} title={line.result}>
        {line.result}
      </span>
    );
  const status = line.result === 'exception' ? 'exception' : line.statusCode === null ? 'failure' : 'success';
  return <StatusChip status={status} statusCode={line.statusCode} times={line.times} brief />;
}

function Unverified({ line }: { readonly line: TimelineLineView }) {
  if (!line.unverified) return null;
  return (
    <span className={styles.unverified} title="The certificate was not verified">
      <Icon name="shield-alert" size={12} label="Certificate not verified" />
    </span>
  );
}

/** Rules take no time: what they compared stands where others have their bars. */
function Axis({ line, totalMs, axisPx }: Pick<TimelineLineProps, 'line' | 'totalMs' | 'axisPx'>) {
  if (line.kind === 'rule') {
    return (
      <span className={styles.compared} title={line.compared}>
        {line.compared}
      </span>
    );
  }
  return (
    <>
      <AxisLines totalMs={totalMs} widthPx={axisPx} />
      <Bar line={line} totalMs={totalMs} />
    </>
  );
}

function Bar({ line, totalMs }: Pick<TimelineLineProps, 'line' | 'totalMs'>) {
  if (line.kind === 'stream') {
    return line.ticksMs.map((atMs, at) => (
      <span
        key={at}
        className={styles.eventTick}
        style={{ left: `min(${String((100 * atMs) / totalMs)}%, 100% - 2px)` }}
      />
    ));
  }
  const start = `${String((100 * line.startMs) / totalMs)}%`;
  if (line.tookMs === null && line.kind === 'node')
    // At the very end of the run it stands before the end of the axis, where it is seen.
    return <span className={styles.tick} style={{ left: `min(${start}, 100% - 8px)` }} />;
  const left = `min(${start}, 100% - 2px)`;
  const tookMs = line.tookMs ?? Math.max(0, totalMs - line.startMs);
  const width = `${String((100 * tookMs) / totalMs)}%`;
  if (line.kind === 'delay' || line.isWait)
    return <span className={classNames(styles.bar, styles.delayBar)} style={{ left, width }} />;
  if (line.phases.length === 0) {
    return (
      <span
        className={classNames(styles.bar, styles.span, line.failed && styles.failedSpan)}
        style={{ left, width }}
      />
    );
  }
  return (
    <span className={styles.bar} style={{ left, width }}>
      {line.phases.map((phase, at) => (
        <u
          key={at}
          className={styles[phase.phase]}
          style={{ flexGrow: phase.tookMs }}
          title={phaseTip(phase, line.handshakes)}
        />
      ))}
    </span>
  );
}

/** The handshake is told where its phase is pointed at. */
function phaseTip({ phase, tookMs }: PhaseView, handshakes: readonly string[]): string {
  const lines = phase === 'tls' ? handshakes : [];
  return [`${phase}: ${formatDuration(tookMs)}`, ...lines].join('\n');
}
