import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { CallView, ConversationItem, RunView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { LatestWords } from './latest-words.tsx';
import { TypingIndicator } from './typing-indicator.tsx';
import { useEndInView } from './use-end-in-view.ts';
import styles from './simulator.module.css';

interface ConversationProps {
  readonly flow: Flow;
  readonly run: RunView;
}

/** Heights before a line is measured, and the distances that simulator.module.css would draw. */
const usualPx = 30;
const gapPx = 6;
const edgePx = 10;

/** What was said on both sides, and the calls in between; of a long conversation only what is in view exists. */
export function Conversation({ flow, run }: ConversationProps) {
  const list = useRef<HTMLDivElement>(null);
  const nodes = useMemo(
    () => new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node])),
    [flow.nodes],
  );
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
                  <Item item={item} flow={flow} nodes={nodes} run={run} />
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
  readonly nodes: ReadonlyMap<string, FlowNode>;
}

function Item({ item, flow, nodes, run }: ItemProps) {
  switch (item.type) {
    case 'said':
      return <div className={styles.bubble}>{item.text === '' ? <i>(nothing)</i> : item.text}</div>;
    case 'answered':
      return <div className={classNames(styles.bubble, styles.mine)}>{item.text}</div>;
    case 'refused':
      return <div className={styles.bubble}>{item.text}</div>;
    case 'warned':
      return (
        <div className={classNames(styles.event, styles.warning)}>
          <Icon name="warning" size={12} />
          <span>{item.text}</span>
        </div>
      );
    case 'call':
      return (
        <CallLine call={run.calls[item.callIndex]} node={nodes.get(item.nodeId)} flow={flow} run={run} />
      );
    case 'ended':
      return <EndLine run={run} />;
  }
}

interface CallLineProps extends ConversationProps {
  readonly call: CallView | undefined;
  readonly node: FlowNode | undefined;
}

function CallLine({ call, node, flow, run }: CallLineProps) {
  if (call === undefined) return null;
  const { ended } = call;
  const show = () => {
    if (node !== undefined) nodePicked(flow.id, node.id);
    callPicked(run.runId, call.index);
    panelTabShown('response');
  };
  return (
    <button type="button" className={classNames(styles.event, styles.call)} onClick={show}>
      <Icon name="api-call" size={12} />
      <b>{node?.name ?? 'API Call'}</b>
      {ended === null ? (
        <Chip tone="accent">attempt {Math.max(1, call.attempts.length)}</Chip>
      ) : (
        <>
          <StatusChip status={ended.status} statusCode={ended.statusCode} times={ended.attempts} brief />
          <span className={styles.number}>{formatDuration(ended.tookMs)}</span>
        </>
      )}
      {ended !== null && ended.statusCode === null && ended.sentence !== null && (
        <span className={styles.sentence}>{ended.sentence}</span>
      )}
    </button>
  );
}

const endWords: Readonly<Record<Exclude<RunView['outcome'], 'running'>, string>> = {
  ended: 'Run ended',
  failed: 'Run failed',
  cancelled: 'Run stopped',
};

function EndLine({ run }: { readonly run: RunView }) {
  if (run.outcome === 'running') return null;
  const failed = run.outcome === 'failed';
  return (
    <div className={classNames(styles.event, failed && styles.failed)}>
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
