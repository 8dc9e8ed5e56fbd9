import { commands, type CommandId } from '#shared/commands/commands.ts';
import { commandKeys } from '../../store/command-keys.ts';
import { commandInvoked, isCommandOffered } from '../../store/command-registry.ts';
import type { IconName } from '../../ui/icon/icon.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

const aligning: readonly CommandId[] = [
  'canvas.align-left',
  'canvas.align-centre',
  'canvas.align-right',
  'canvas.align-top',
  'canvas.align-middle',
  'canvas.align-bottom',
];
const distributing: readonly CommandId[] = ['canvas.distribute-x', 'canvas.distribute-y'];

/** What can be done with several nodes at once. */
export function selectionEntries(): readonly MenuEntry[] {
  return [
    { kind: 'submenu', label: 'Align', entries: aligning.map((id) => entryOf(id)) },
    {
      kind: 'submenu',
      label: 'Distribute',
      entries: distributing.map((id) => ({
        ...entryOf(id),
        disabledReason: isCommandOffered(id) ? undefined : 'It takes three nodes.',
      })),
    },
    entryOf('canvas.tidy-selection', 'tidy'),
    entryOf('group.create', 'group'),
    { kind: 'separator' },
    entryOf('edit.duplicate', 'duplicate'),
    { kind: 'separator' },
    { ...entryOf('edit.delete', 'trash'), danger: true },
  ];
}

/** A command as an entry of a menu, called what it is called everywhere. */
export function entryOf(id: CommandId, icon?: IconName) {
  const label = commands.find((each) => each.id === id)?.title ?? id;
  return {
    kind: 'action',
    label,
    icon,
    keys: commandKeys(id),
    onSelect: () => void commandInvoked(id),
  } as const;
}
