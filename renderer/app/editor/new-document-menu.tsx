import type { CommandId } from '#shared/commands/commands.ts';
import { titleOf } from '../../features/settings/record-keys.tsx';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { useDocumentHeads } from '../../store/use-documents.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import type { IconName } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

/** What opens a new document beside the open ones: a plus at the end of their tabs. */
export function NewDocumentMenu() {
  const keysOf = useCommandKeys();
  const making = (command: CommandId, icon: IconName): MenuEntry => ({
    kind: 'action',
    icon,
    label: titleOf(command),
    keys: keysOf(command),
    onSelect: () => commandInvoked(command),
  });
  const hasFlows = useDocumentHeads('flowbench.flow').length > 0;
  return (
    <Menu
      trigger={<IconButton icon="plus" label="New document" />}
      entries={[
        making('flow.new', 'flow'),
        making('endpoint.new', 'endpoint'),
        making('environment.new', 'environment'),
        ...(hasFlows ? [making('scenario.new', 'scenario')] : []),
      ]}
    />
  );
}
