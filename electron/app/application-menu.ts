import { Menu, type WebContents } from 'electron';
import type { CommandId } from '#shared/commands/commands.ts';
import type { Settings } from '#shared/settings/settings.ts';
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
 * The clipboard is the browser's: the page may not read it, and hears of each of these by an event that carries it, as it
 * does for the keys. A text field answers the event with its text, the canvas with its nodes.
 */
const clipboardEdits: Readonly<Partial<Record<CommandId, 'cut' | 'copy' | 'paste'>>> = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
};

/** Shows the application menu, and shows it anew when the recent workspaces or the keys change. */
export function showApplicationMenu({ settings, page, publish, openRecent }: ApplicationMenuPorts): void {
  const invoke = (id: CommandId): void => {
    const edit = clipboardEdits[id];
    if (edit === undefined) publish('command.invoked', { id });
    else page()?.[edit]();
  };
  const show = (): void => {
    const { keys, recentWorkspaces } = settings.read();
    const parts = { platform: process.platform, keys, recentWorkspaces, invoke, openRecent };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
  };
  const listed = ({ keys, recentWorkspaces }: Settings) => JSON.stringify({ keys, recentWorkspaces });
  let shown = listed(settings.read());
  settings.onChange((changed) => {
    const now = listed(changed);
    if (now === shown) return;
    shown = now;
    show();
  });
  show();
}
