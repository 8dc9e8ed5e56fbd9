import { useState } from 'react';
import type { VariableView } from '#shared/run-events/run-view.ts';
import { bridge } from '../../bridge/bridge.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { toasts } from '../../store/toasts.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { Tree, type TreeItem } from '../../ui/list/tree.tsx';
import { variableTree } from './variable-tree.ts';
import styles from './variables.module.css';

/** What the run holds by name, as a tree of values. */
export function Variables({ ownerId }: { readonly ownerId: string | null }) {
  const run = useShownRun(ownerId);
  const flow = useFlow(ownerId);
  const [picked, setPicked] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  if (run === undefined || run.variables.length === 0) {
    return (
      <EmptyState icon="variable" title={run === undefined ? 'No run yet' : 'No variables yet'}>
        Prompts, inputs and API Calls store what they get in variables; a run shows them here.
      </EmptyState>
    );
  }
  const setBy = (variable: VariableView) => flow?.nodes.find((node) => node.id === variable.nodeId);
  const items: readonly TreeItem[] = variableTree(run.variables, (variable) => setBy(variable)?.name ?? '');
  const path = picked ?? '';
  const copied = async () => {
    await bridge.call['clipboard.write']({ text: `{{${path}}}` });
    toasts.show({ title: `Copied {{${path}}}`, icon: 'copy' });
  };
  const chosen = (id: string) => {
    setPicked(id);
    const variable = run.variables.find((each) => each.name === id);
    const node = variable === undefined ? undefined : setBy(variable);
    if (flow !== undefined && node !== undefined) nodePicked(flow.id, node.id);
  };
  return (
    <div className={styles.variables}>
      <div className={styles.bar}>
        {picked === null ? (
          <span className={styles.hint}>Pick a value to copy it as an expression</span>
        ) : (
          <code className={styles.path}>{`{{${path}}}`}</code>
        )}
        {picked !== null && (
          <IconButton icon="copy" label="Copy as expression" onClick={() => void copied()} />
        )}
      </div>
      <div className={styles.tree}>
        <Tree
          label="Variables"
          nodes={items}
          selectedId={picked}
          onSelect={chosen}
          isExpanded={(id) => expanded.has(id)}
          onToggle={(id, open) =>
            setExpanded(
              (before) => new Set(open ? [...before, id] : [...before].filter((each) => each !== id)),
            )
          }
        />
      </div>
    </div>
  );
}
