import { useMemo, useState } from 'react';
import { groupsOf } from '#shared/flow/group.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { groupPicked, nodePicked, useSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Section } from '../../ui/layout/section.tsx';
import { Tree } from '../../ui/list/tree.tsx';
import { outlineItems } from './outline-items.ts';
import styles from './flow-outline.module.css';

/** The nodes of a flow as a tree in the order of the conversation, those of a group below it: for screen readers, and for long flows. */
export function FlowOutline({ flowId }: { readonly flowId: string }) {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  const [open, setOpen] = useState(true);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => (flow === undefined ? [] : outlineItems(flow)), [flow]);
  const toggled = (id: string, expanded: boolean) =>
    setFolded((before) => new Set(expanded ? [...before].filter((each) => each !== id) : [...before, id]));
  const picked = (id: string) => {
    const isGroup = groupsOf(flow ?? {}).some((group) => group.id === id);
    (isGroup ? groupPicked : nodePicked)(flowId, id);
    commandInvoked('canvas.focus');
  };
  if (items.length === 0) return null;
  return (
    <div className={styles.outline} data-open={open}>
      <Section look="list" title="Outline" open={open} onToggle={setOpen}>
        <div className={styles.rows}>
          <Tree
            label="Outline"
            nodes={items}
            selectedId={selection.nodes[0] ?? selection.groups[0] ?? null}
            onSelect={picked}
            isExpanded={(id) => !folded.has(id)}
            onToggle={toggled}
          />
        </div>
      </Section>
    </div>
  );
}
