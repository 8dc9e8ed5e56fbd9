import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { nodeEdited } from './edit-node.ts';
import styles from './inspector.module.css';

/** A node's name in the inspector's head: it looks like a title and is a field. */
export function NodeNameField({ flowId, node }: { readonly flowId: Flow['id']; readonly node: FlowNode }) {
  return (
    <input
      aria-label="Name of the node"
      spellCheck={false}
      dir="auto"
      className={styles.name}
      value={node.name}
      title={node.name}
      onChange={(event) => {
        const name = event.currentTarget.value;
        nodeEdited(flowId, node.id, 'name', (before) => ({ ...before, name }));
      }}
    />
  );
}
