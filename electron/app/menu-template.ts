import type { MenuItemConstructorOptions } from 'electron';
import { commands, type Command, type CommandId } from '#shared/commands/commands.ts';
import { keyMap, type KeyChanges, type KeyMap } from '#shared/commands/key-map.ts';
import type { RecentWorkspace } from '#shared/settings/settings.ts';
import { menuAccelerator } from './menu-accelerator.ts';

/** What the menu needs to know, and whom it tells. */
export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly recentWorkspaces: readonly RecentWorkspace[];
  /** The keys that the person has given to commands. */
  readonly keys: KeyChanges;
  readonly invoke: (id: CommandId) => void;
  readonly openRecent: (folder: string) => void;
}

/** The same with the keys that every command has. */
interface ItemParts extends MenuParts {
  readonly ofCommand: KeyMap['ofCommand'];
}

type MenuName = NonNullable<Command['menu']>;

const menuNames: readonly MenuName[] = ['File', 'Edit', 'View', 'Flow', 'Run', 'Help'];
const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu, made from the command list: an item for each command that has a menu, a line between groups, and
 * on macOS the menus that every application there has.
 */
export function menuTemplate(menu: MenuParts): MenuItemConstructorOptions[] {
  const onMac = menu.platform === 'darwin';
  // Worked out once: the menu is made while the window starts, and has an item for nearly every command.
  const parts: ItemParts = { ...menu, ofCommand: keyMap(menu.keys, onMac).ofCommand };
  const menus = menuNames.map((name) => ({
    // The ampersand marks the letter that opens the menu together with Alt.
    label: onMac ? name : `&${name}`,
    submenu: menuItems(parts, name),
  }));
  return onMac
    ? [macApplicationMenu(parts), ...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)]
    : menus;
}

function menuItems(parts: ItemParts, menu: MenuName): MenuItemConstructorOptions[] {
  const ofMenu: readonly (Command & { readonly id: CommandId })[] = commands.filter(
    (each) => each.menu === menu,
  );
  return ofMenu.flatMap((each, index) => {
    const before = ofMenu[index - 1];
    const items = [commandItem(parts, each)];
    if (each.id === 'workspace.open') items.push(openRecentItem(parts));
    return before !== undefined && before.group !== each.group ? [separator, ...items] : items;
  });
}

function commandItem(
  parts: ItemParts,
  { id, title }: Command & { id: CommandId },
): MenuItemConstructorOptions {
  const [shown = ''] = parts.ofCommand.get(id) ?? [];
  const accelerator = menuAccelerator(shown, parts.platform);
  return {
    id,
    label: title,
    click: () => parts.invoke(id),
    // The page hears every key and knows what has the focus: here the keys are only shown. On macOS this cannot be asked
    // for, and the menu hears a key only where the page has left it alone.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  };
}

function openRecentItem({ recentWorkspaces, openRecent }: MenuParts): MenuItemConstructorOptions {
  return {
    id: 'open-recent',
    label: 'Open recent',
    enabled: recentWorkspaces.length > 0,
    submenu: recentWorkspaces.map(({ folder, name }) => ({
      // A single ampersand would vanish into a mark below the next letter.
      label: `${name} (${folder})`.replaceAll('&', '&&'),
      click: () => openRecent(folder),
    })),
  };
}

function macApplicationMenu(parts: MenuParts): MenuItemConstructorOptions {
  return {
    label: 'Flowbench',
    submenu: [
      { label: 'About Flowbench', click: () => parts.invoke('app.about') },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { label: 'Quit Flowbench', accelerator: 'Cmd+Q', click: () => parts.invoke('app.quit') },
    ],
  };
}
