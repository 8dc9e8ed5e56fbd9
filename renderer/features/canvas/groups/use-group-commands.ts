import { groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf, useCollapsedGroups } from '../../../store/collapsed-groups.ts';
import { useCommands } from '../../../store/command-registry.ts';
import { selectionOf, useSelection } from '../../../store/selection-store.ts';
import { useFlow } from '../../../store/use-documents.ts';
import type { NodeFocus } from '../use-node-focus.ts';
import { groupsFolded, groupsMeant, selectionGrouped, ungrouped } from './group-edits.ts';
import { groupRenamingStarted } from './group-renaming.ts';

/** Offers what can be done with groups on the canvas in view. */
export function useGroupCommands(flowId: string, { nodeFocused }: NodeFocus): void {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  const collapsed = useCollapsedGroups(flowId);
  const all = groupsOf(flow ?? {}).map(({ id }) => id);
  const meant = groupsMeant(flow, selection);
  const canGroup = selection.nodes.length + selection.groups.length > 0;
  const fold = (ids: readonly string[], fold: boolean) => {
    groupsFolded(flowId, ids, fold);
    nodeFocused(selectionOf(flowId).groups[0] ?? selectionOf(flowId).nodes[0]);
  };
  const open = all.filter((id) => !collapsed.has(id));
  const folded = all.filter((id) => collapsed.has(id));
  useCommands({
    'group.create': canGroup
      ? () => {
          const made = selectionGrouped(flowId);
          if (made !== null) groupRenamingStarted(made);
        }
      : null,
    'group.remove':
      meant.length === 0
        ? null
        : () => {
            ungrouped(flowId, meant);
            nodeFocused(selectionOf(flowId).nodes[0]);
          },
    'group.collapse':
      meant.length === 0
        ? null
        : () =>
            fold(
              meant,
              meant.some((id) => !collapsedGroupsOf(flowId).has(id)),
            ),
    'group.collapse-all': open.length === 0 ? null : () => fold(open, true),
    'group.expand-all': folded.length === 0 ? null : () => fold(folded, false),
  });
}
