import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { CallView, ConversationItem, RunView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { nodeOfRunShown } from '../../store/node-of-run-shown.ts';
import { type RunNode, useRunNodes } from '../../store/use-run-nodes.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StandInMark } from '../../ui/status/stand-in-mark.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { DecidedLine, JumpLine } from './event-lines.tsx';
import { LatestWords } from './latest-words.tsx';
import { TypingIndicator } from './typing-indicator.tsx';
import { useEndInView } from './use-end-in-view.ts';
import styles from './conversation.module.css';

interface ConversationProps {
  /** What shows it: the flow, or the run itself. */
  readonly ownerId: string;
  readonly run: RunView;
}

/** Heights before a line is measured, and the distances that simulator.module.css would draw. */
const usualPx = 30;
const gapPx = 6;
const edgePx = 10;

/** What was said on both sides, and the calls in between; of a long conversation only what is in view exists. */
export function Conversation({ ownerId, run }: ConversationProps) {
  const list = useRef<HTMLDivElement>(null);
  const nodes = useRunNodes(ownerId);
  const { conversation } = run;
  const { length } = conversation;
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this component only
  const virtual = useVirtualizer({
    count: length,
    getScrollElement: () => list.current,
    estimateSize: () => usualPx,
    getItemKey: (at) => keyOf(conversation[at]),
    gap: gapPx,
    paddingStart: edgePx,
    paddingEnd: edgePx,
    scrollPaddingEnd: edgePx,
    overscan: 20,
  });
  const toEnd = () => virtual.scrollToIndex(length - 1, { align: 'end' });
  const { unseen, scrolled } = useEndInView(list, run, toEnd);
  return (
    <div className={styles.talk}>
      <div
        ref={list}
        className={styles.chat}
        role="log"
        // Rows come and go while one scrolls; what is new is told below.
        aria-live="off"
        aria-label="Conversation"
        tabIndex={0}
        onScroll={scrolled}
      >
        <div className={styles.spacer} />
        <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const item = conversation[index];
            return (
              item !== undefined && (
                <div
                  key={String(key)}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.item}
                  style={{ transform: `translateY(${String(start)}px)` }}
                >
                  <Item item={item} ownerId={ownerId} nodes={nodes} run={run} />
                </div>
              )
            );
          })}
        </div>
        <TypingIndicator run={run} />
      </div>
      {unseen > 0 && (
        <Button size="s" icon="arrow-down" className={styles.newer} onClick={toEnd}>
          {unseen === 1 ? '1 new message' : `${unseen} new messages`}
        </Button>
      )}
      <LatestWords run={run} />
    </div>
  );
}

function keyOf(item: ConversationItem | undefined): string {
  return item === undefined ? '' : `${String(item.seq)} ${item.type}`;
}

interface ItemProps extends ConversationProps {
  readonly item: ConversationItem;
  readonly nodes: ReadonlyMap<string, RunNode>;
}

function Item({ item, ownerId, nodes, run }: ItemProps) {
  switch (item.type) {
    case 'said':
      return (
        <div dir="auto" className={styles.bubble}>
          {item.text === '' ? <i>(nothing)</i> : item.text}
        </div>
      );
    case 'answered':
      return (
        <div dir="auto" className={classNames(styles.bubble, styles.mine)}>
          {item.text}
        </div>
      );
    case 'refused':
      return (
        <div dir="auto" className={styles.bubble}>
          {item.text}
        </div>
      );
    case 'decided':
      return <DecidedLine item={item} node={nodes.get(item.nodeId)} />;
    case 'jumped':
      return <JumpLine item={item} nodes={nodes} />;
    case 'warned':
      return (
        <div className={classNames(styles.event, styles.warning)}>
          <Icon name="warning" size={12} />
          <span>{item.text}</span>
        </div>
      );
    case 'waits':
      return (
        <div className={styles.event}>
          <Icon name="wait" size={12} />
          <span>Waits {formatDuration(item.plannedMs)}</span>
        </div>
      );
    case 'call':
      return (
        <CallLine
          call={run.calls[item.callIndex]}
          node={nodes.get(item.nodeId)}
          ownerId={ownerId}
          run={run}
        />
      );
    case 'ended':
      return <EndLine run={run} />;
  }
}

interface CallLineProps extends ConversationProps {
  readonly call: CallView | undefined;
  readonly node: RunNode | undefined;
}

function CallLine({ call, node, run }: CallLineProps) {
  if (call === undefined) return null;
  const { ended, nodeId } = call;
  const show = () => {
    if (nodeId !== null) nodeOfRunShown(node, nodeId);
    callPicked(run.runId, call.index);
    panelTabShown('response');
  };
  return (
    <button type="button" className={classNames(styles.event, styles.call)} onClick={show}>
      <Icon name="api-call" size={12} />
      <b title={node?.name}>{node?.name ?? 'API Call'}</b>
      {ended === null ? (
        <Chip tone="accent">attempt {Math.max(1, call.attempts.length)}</Chip>
      ) : (
        <>
          <StatusChip status={ended.status} statusCode={ended.statusCode} times={ended.attempts} brief />
          <span className={styles.number}>{formatDuration(ended.tookMs)}</span>
          {call.standIn !== undefined && <StandInMark standIn={call.standIn} />}
        </>
      )}
      {ended !== null && ended.statusCode === null && ended.sentence !== null && (
        <span className={styles.sentence} title={ended.sentence}>
          {ended.sentence}
        </span>
      )}
    </button>
  );
}

const endWords: Readonly<Record<Exclude<RunView['outcome'], 'running'>, string>> = {
  ended: 'Run ended',
  failed: 'Run failed',
  cancelled: 'Run stopped',
  interrupted: 'Run interrupted',
};

function EndLine({ run }: { readonly run: RunView }) {
  if (run.outcome === 'running') return null;
  const failed = run.outcome === 'failed';
  return (
    <div className={classNames(styles.event, styles.end, failed && styles.failed)}>
      <Icon name={failed ? 'circle-x' : 'end'} size={12} />
      <span>
        {endWords[run.outcome]} after {formatDuration(run.elapsedMs)}
        {run.message !== null && `: ${run.message}`}
        {run.result !== null && run.result.type !== 'null' && (
          <>
            {' with '}
            <code className={styles.code}>{run.result.json}</code>
          </>
        )}
      </span>
    </div>
  );
}
