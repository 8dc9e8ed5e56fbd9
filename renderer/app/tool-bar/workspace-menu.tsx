import { useApp } from '../../store/app-store.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { useDocumentHeads, useDocuments } from '../../store/use-documents.ts';
import { workspaceWanted } from '../../store/workspace-actions.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import styles from './tool-bar.module.css';

/** Recent workspaces shown; the menu bar has them all. */
const shownRecents = 6;

/** The workspace's name, and the way to another one. */
export function WorkspaceMenu() {
  const keysOf = useCommandKeys();
  const name = useDocuments((state) => state.workspace.name);
  const folder = useDocuments((state) => state.workspace.folder);
  const recents = useApp((state) => state.settings.recentWorkspaces);
  const hasFlows = useDocumentHeads('flowbench.flow').length > 0;
  const others = recents.filter((recent) => recent.folder !== folder).slice(0, shownRecents);
  const recentEntries: readonly MenuEntry[] =
    others.length === 0
      ? []
      : [
          { kind: 'separator' },
          {
            kind: 'group',
            label: 'Recent',
            entries: others.map((recent) => ({
              kind: 'action',
              icon: 'folder',
              label: recent.name,
              meta: recent.folder,
              onSelect: () => void workspaceWanted(recent.folder),
            })),
          },
        ];
  return (
    <Menu
      trigger={
        <ToolbarButton caret className={styles.workspace} tooltip={folder}>
          {name}
        </ToolbarButton>
      }
      entries={[
        {
          kind: 'action',
          icon: 'folder-open',
          label: 'Open workspace…',
          keys: keysOf('workspace.open'),
          onSelect: () => commandInvoked('workspace.open'),
        },
        {
          kind: 'action',
          icon: 'plus',
          label: 'New workspace…',
          onSelect: () => commandInvoked('workspace.create'),
        },
        {
          kind: 'action',
          icon: 'run',
          label: 'Open the example',
          onSelect: () => commandInvoked('workspace.open-example'),
        },
        {
          kind: 'action',
          icon: 'external',
          label: 'Show the workspace folder',
          onSelect: () => commandInvoked('workspace.reveal'),
        },
        { kind: 'separator' },
        {
          kind: 'action',
          icon: 'import',
          label: 'Import a bundle…',
          onSelect: () => commandInvoked('bundle.import'),
        },
        {
          kind: 'action',
          icon: 'download',
          label: 'Export as a bundle…',
          disabledReason: hasFlows ? undefined : 'There is no flow yet.',
          onSelect: () => commandInvoked('bundle.export'),
        },
        ...recentEntries,
      ]}
    />
  );
}
