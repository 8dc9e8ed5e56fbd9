import { outputVariables } from '#shared/nodes/sub-flow-node.ts';
import { documentOpened } from '../../store/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import type { CardData } from './canvas-model.ts';
import styles from './card-summary.module.css';

/** The flow that a node runs, as a way to it, and the variables that keep what comes of it. */
export function SubFlowSummary({ data: { needsMissing, needsName, node } }: { readonly data: CardData }) {
  if (node.kind !== 'sub-flow') return null;
  const { flow } = node.config;
  if (needsMissing)
    return (
      <p className={classNames(styles.summary, styles.line)}>
        <span className={styles.trouble}>Its flow is missing</span>
      </p>
    );
  if (flow === null || needsName === null)
    return <p className={classNames(styles.summary, styles.unset)}>Pick a flow</p>;
  const [first, ...others] = outputVariables(node.config);
  return (
    <p className={classNames(styles.summary, styles.path)}>
      <button
        type="button"
        tabIndex={-1}
        dir="auto"
        className={classNames('nodrag', styles.flowLink)}
        title={`Open ${needsName}`}
        onClick={() => documentOpened(flow)}
      >
        {needsName}
      </button>
      {first !== undefined && (
        <>
          <span className={styles.into}>→</span>
          <code className={styles.variable}>{first}</code>
          {others.length > 0 && <span className={styles.more}>+{others.length}</span>}
        </>
      )}
    </p>
  );
}
