import { useMemo, useState } from 'react';
import { flowOrder, type OrderedNode } from '#shared/flow/flow-order.ts';
import { noteTitle } from '#shared/nodes/note-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { nodePicked, useSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Section } from '../../ui/layout/section.tsx';
import { Tree, type TreeItem } from '../../ui/list/tree.tsx';
import styles from './flow-outline.module.css';

interface OutlineItem extends TreeItem {
  readonly children: readonly OutlineItem[];
}

/** The nodes of a flow as a tree in the order of the conversation: for screen readers, and for long flows. */
export function FlowOutline({ flowId }: { readonly flowId: string }) {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  const [open, setOpen] = useState(true);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => (flow === undefined ? [] : outlineItems(flowOrder(flow))), [flow]);
  const toggled = (id: string, expanded: boolean) =>
    setFolded((before) => new Set(expanded ? [...before].filter((each) => each !== id) : [...before, id]));
  const picked = (id: string) => {
    nodePicked(flowId, id);
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
            selectedId={selection.nodes[0] ?? null}
            onSelect={picked}
            isExpanded={(id) => !folded.has(id)}
            onToggle={toggled}
          />
        </div>
      </Section>
    </div>
  );
}

/** Rows that stand deeper than the one before them become its children. */
function outlineItems(ordered: readonly OrderedNode[]): readonly OutlineItem[] {
  const roots: MutableItem[] = [];
  const path: { item: MutableItem; depth: number }[] = [];
  for (const { node, depth } of ordered) {
    const item = outlineItem(node);
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop();
    (path.at(-1)?.item.children ?? roots).push(item);
    path.push({ item, depth });
  }
  return roots;
}

interface MutableItem extends TreeItem {
  readonly children: MutableItem[];
}

function outlineItem(node: FlowNode): MutableItem {
  return {
    id: node.id,
    label: node.kind === 'note' ? noteTitle(node) : node.name,
    icon: node.kind,
    children: [],
  };
}
