import { commandKeys } from '../../../store/command-keys.ts';
import { groupColours, groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf } from '../../../store/collapsed-groups.ts';
import { commandInvoked } from '../../../store/command-registry.ts';
import { flowWithId } from '../../../store/flow-with-id.ts';
import { groupPicked, selectionChanged, selectionOf } from '../../../store/selection-store.ts';
import type { MenuEntry } from '../../../ui/overlay/menu-entry.ts';
import { groupChanged, groupFitted, membersOfGroups } from './group-edits.ts';

/** What can be done with the group that was asked on the canvas, which is selected at that. */
export function groupMenuEntries(flowId: string, groupId: string): readonly MenuEntry[] {
  const flow = flowWithId(flowId);
  const group = groupsOf(flow ?? {}).find(({ id }) => id === groupId);
  if (flow === undefined || group === undefined) return [];
  groupPicked(flowId, groupId);
  const isCollapsed = collapsedGroupsOf(flowId).has(groupId);
  return [
    {
      kind: 'action',
      label: isCollapsed ? 'Expand' : 'Collapse',
      icon: isCollapsed ? 'chevron-down' : 'chevron-right',
      keys: commandKeys('group.collapse'),
      onSelect: () => commandInvoked('group.collapse'),
    },
    {
      kind: 'action',
      label: 'Rename',
      icon: 'rename',
      keys: commandKeys('edit.rename'),
      onSelect: () => commandInvoked('edit.rename'),
    },
    {
      kind: 'submenu',
      label: 'Colour',
      entries: groupColours.map((colour) => ({
        kind: 'action',
        label: titled(colour),
        icon: colour === group.colour ? 'check' : undefined,
        onSelect: () => groupChanged(flowId, groupId, { colour }),
      })),
    },
    {
      kind: 'action',
      label: 'Fit the frame to its nodes',
      icon: 'fit',
      disabledReason: group.nodes.length === 0 ? 'The group is empty.' : undefined,
      onSelect: () => groupFitted(flowId, groupId),
    },
    {
      kind: 'action',
      label: 'Duplicate',
      icon: 'duplicate',
      keys: commandKeys('edit.duplicate'),
      onSelect: () => commandInvoked('edit.duplicate'),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Ungroup',
      keys: commandKeys('group.remove'),
      onSelect: () => commandInvoked('group.remove'),
    },
    {
      kind: 'action',
      label: 'Delete with its nodes',
      icon: 'trash',
      danger: true,
      onSelect: () => {
        const before = selectionOf(flowId);
        selectionChanged(flowId, { ...before, nodes: membersOfGroups(flow, [groupId]) });
        commandInvoked('edit.delete');
      },
    },
  ];
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
