import { Menu, type WebContents } from 'electron';
import type { CommandId } from '#shared/commands/commands.ts';
import type { PublishEvent } from '../ipc/publish-event.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { menuTemplate } from './menu-template.ts';

/** What the menu needs from those around it. */
export interface ApplicationMenuPorts {
  readonly settings: SettingsStore;
  readonly page: () => WebContents | null;
  readonly publish: PublishEvent;
  readonly openRecent: (folder: string) => void;
}

/**
 * What a text field does with the clipboard, the menu has to do for it: the page may not read the clipboard. Where the
 * focus is not in a text field these do nothing, and the page answers the command instead.
 */
const clipboardEdits: Readonly<Partial<Record<CommandId, 'cut' | 'copy' | 'paste'>>> = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
};

/** Shows the application menu, and shows it anew when the recent workspaces change. */
export function showApplicationMenu({ settings, page, publish, openRecent }: ApplicationMenuPorts): void {
  const invoke = (id: CommandId): void => {
    const edit = clipboardEdits[id];
    if (edit !== undefined) page()?.[edit]();
    publish('command.invoked', { id });
  };
  const show = (): void => {
    const { recentWorkspaces } = settings.read();
    const parts = { platform: process.platform, recentWorkspaces, invoke, openRecent };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
  };
  let shown = settings.read().recentWorkspaces;
  settings.onChange(({ recentWorkspaces }) => {
    if (JSON.stringify(recentWorkspaces) === JSON.stringify(shown)) return;
    shown = recentWorkspaces;
    show();
  });
  show();
}
