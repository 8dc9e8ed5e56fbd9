// The menu is made from the list of commands; none may be missing, doubled or misplaced.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuParts } from '#electron/app/menu-template.ts';
import { commands } from '#shared/commands/commands.ts';

const recentWorkspaces = [
  { folder: '/home/ann/shop', name: 'Shop & Co', openedAt: '2026-03-01T10:00:00.000Z' },
  { folder: '/home/ann/crm', name: 'CRM', openedAt: '2026-02-01T10:00:00.000Z' },
];

function menu(platform: NodeJS.Platform, changes: Partial<MenuParts> = {}) {
  const invoked: string[] = [];
  const opened: string[] = [];
  const template = menuTemplate({
    platform,
    keys: {},
    recentWorkspaces,
    invoke: (id) => invoked.push(id),
    openRecent: (folder) => opened.push(folder),
    ...changes,
  });
  return { template, invoked, opened, items: template.flatMap(itemsOf) };
}

const itemsOf = (item: MenuItemConstructorOptions) => (item.submenu ?? []) as MenuItemConstructorOptions[];
const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as unknown as () => void)();

describe('menuTemplate', () => {
  it('has every command that names a menu, under that menu and with its title', () => {
    const { template } = menu('linux');
    for (const { id, title, menu: name } of commands) {
      const shownIn = template.filter((each) => itemsOf(each).some((item) => item.id === id));
      expect(shownIn.map(({ label }) => label)).toEqual(name === null ? [] : [`&${name}`]);
      if (name !== null) expect(itemsOf(shownIn[0]!).find((item) => item.id === id)?.label).toBe(title);
    }
  });

  it('tells which command was clicked', () => {
    const { items, invoked } = menu('linux');
    for (const { id } of commands) {
      const item = items.find((each) => each.id === id);
      if (item !== undefined) click(item);
    }
    expect(invoked).toEqual(commands.filter((each) => each.menu !== null).map(({ id }) => id));
  });

  it('shows keys and registers none: the page hears them', () => {
    const { items } = menu('linux');
    const withKeys = items.filter((item) => item.accelerator !== undefined);
    expect(withKeys.length).toBe(commands.filter((each) => each.menu !== null && each.keys !== '').length);
    expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
    expect(items.find((item) => item.id === 'run.start')?.accelerator).toBe('CmdOrCtrl+Enter');
  });

  it('shows the keys that the person has given to commands', () => {
    const { items } = menu('linux', {
      keys: { 'run.start': ['Alt+ArrowUp', 'Mod+R'], 'flow.new': [], 'call.send': ['Mod+MediaPlay'] },
    });
    const shown = (id: string) => items.find((item) => item.id === id)?.accelerator;
    expect(shown('run.start')).toBe('Alt+Up');
    expect(shown('flow.new')).toBeUndefined();
    expect(shown('call.send')).toBeUndefined();
    expect(shown('place.back')).toBe('Alt+Left');
  });

  it('parts the groups of a menu by one line each, and neither begins nor ends with one', () => {
    for (const { label, submenu } of menu('linux').template) {
      const kinds = ((submenu ?? []) as MenuItemConstructorOptions[]).map(
        (item) => item.type === 'separator',
      );
      const groups = new Set(
        commands.filter((each) => `&${String(each.menu)}` === label).map(({ group }) => group),
      );
      expect(kinds.filter(Boolean).length).toBe(groups.size - 1);
      expect([kinds[0], kinds.at(-1)]).toEqual([false, false]);
    }
  });

  it('opens a recent workspace by its folder, and writes names as they are', () => {
    const { items, opened } = menu('linux');
    const recent = items.find((item) => item.id === 'open-recent')!;
    expect(itemsOf(recent).map(({ label }) => label)).toEqual([
      'Shop && Co (/home/ann/shop)',
      'CRM (/home/ann/crm)',
    ]);
    click(itemsOf(recent)[1]);
    expect(opened).toEqual(['/home/ann/crm']);
  });

  it('offers no recent workspaces where there are none', () => {
    const { items } = menu('linux', { recentWorkspaces: [] });
    expect(items.find((item) => item.id === 'open-recent')?.enabled).toBe(false);
  });

  it('uses no role that loads, zooms or inspects the page', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { template, items } = menu(platform);
      const roles = [...template, ...items].flatMap((item) => item.role ?? []);
      expect(roles.filter((role) => /reload|zoom|devtools|editmenu|viewmenu|filemenu/i.test(role))).toEqual(
        [],
      );
    }
  });

  it('begins with the application’s own menu on macOS, where Quit and About are expected', () => {
    const { template, invoked } = menu('darwin');
    expect(template.map((each) => each.label ?? each.role)).toEqual([
      'Flowbench',
      'File',
      'Edit',
      'View',
      'Flow',
      'Run',
      'windowMenu',
      'Help',
    ]);
    const own = itemsOf(template[0]!);
    click(own[0]);
    click(own.at(-1));
    expect(invoked).toEqual(['app.about', 'app.quit']);
  });
});
