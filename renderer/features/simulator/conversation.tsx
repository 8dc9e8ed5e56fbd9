import { useEffect, useRef } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { CallView, ConversationItem, RunView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import styles from './simulator.module.css';

interface ConversationProps {
  readonly flow: Flow;
  readonly run: RunView;
}

/** What was said on both sides, and the calls in between. */
export function Conversation({ flow, run }: ConversationProps) {
  const list = useRef<HTMLDivElement>(null);
  const { length } = run.conversation;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [length, run.outcome]);
  return (
    <div ref={list} className={styles.chat} role="log" aria-label="Conversation" tabIndex={0}>
      <div className={styles.spacer} />
      {run.conversation.map((item) => (
        <Item key={`${String(item.seq)} ${item.type}`} item={item} flow={flow} run={run} />
      ))}
    </div>
  );
}

interface ItemProps extends ConversationProps {
  readonly item: ConversationItem;
}

function Item({ item, flow, run }: ItemProps) {
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
      return <CallLine call={run.calls[item.callIndex]} flow={flow} run={run} />;
    case 'ended':
      return <EndLine run={run} />;
  }
}

function CallLine({ call, flow, run }: ConversationProps & { readonly call: CallView | undefined }) {
  if (call === undefined) return null;
  const node = flow.nodes.find((each) => each.id === call.nodeId);
  const { ended } = call;
  const show = () => {
    callPicked(run.runId, call.index);
    if (node !== undefined) nodePicked(flow.id, node.id);
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
