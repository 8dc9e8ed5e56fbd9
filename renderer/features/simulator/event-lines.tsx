// The lines of a conversation that tell which way a run went, each a way to the node.
import { jumpInWords } from '#shared/run-events/error-jump.ts';
import type { ConversationItem } from '#shared/run-events/run-view.ts';
import { nodeOfRunShown } from '../../store/node-of-run-shown.ts';
import type { RunNode } from '../../store/use-run-nodes.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './conversation.module.css';

interface DecidedLineProps {
  readonly item: Extract<ConversationItem, { readonly type: 'decided' }>;
  readonly node: RunNode | undefined;
}

/** What a condition took; the Timeline has what it compared. */
export function DecidedLine({ item, node }: DecidedLineProps) {
  const show = () => {
    nodeOfRunShown(node, item.nodeId);
    panelTabShown('timeline');
  };
  return (
    <button type="button" className={classNames(styles.event, styles.call)} onClick={show}>
      <Icon name="condition" size={12} />
      <b>{node?.name ?? 'Condition'}</b>
      <span>took {item.branch}</span>
    </button>
  );
}

interface JumpLineProps {
  readonly item: Extract<ConversationItem, { readonly type: 'jumped' }>;
  readonly nodes: ReadonlyMap<string, RunNode>;
}

/** The run goes on where no connection leads: which exit led nowhere, and that the error node takes over. */
export function JumpLine({ item, nodes }: JumpLineProps) {
  const node = nodes.get(item.errorNodeId);
  const from = nodes.get(item.nodeId)?.name ?? 'a node that is gone';
  return (
    <button
      type="button"
      className={classNames(styles.event, styles.call, styles.jump)}
      onClick={() => nodeOfRunShown(node, item.errorNodeId)}
    >
      <Icon name="error-node" size={12} />
      <span>
        {jumpInWords(item, from)}: on at the error node <b>{node?.name ?? 'a node that is gone'}</b>
      </span>
    </button>
  );
}
