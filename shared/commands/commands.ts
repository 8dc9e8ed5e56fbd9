import { z } from 'zod';

/** Where a command applies. `text` fields keep their own editing keys whatever a command says. */
export type CommandScope = 'always' | 'flow' | 'selection' | 'run' | 'document';

export interface Command {
  readonly id: string;
  readonly title: string;
  /** Accelerator with `Mod` for Ctrl, on macOS Cmd; empty where there is none. */
  readonly keys: string;
  readonly menu: 'File' | 'Edit' | 'View' | 'Flow' | 'Run' | 'Help' | null;
  /** Commands of one menu with different groups are parted by a line. */
  readonly group: number;
  readonly when: CommandScope;
}

const command = <const Id extends string>(
  id: Id,
  title: string,
  keys: string,
  menu: Command['menu'],
  group: number,
  when: CommandScope,
) => ({ id, title, keys, menu, group, when });

/** Every action of the window, once: menu, palette, keyboard, tooltips and docs are made from this list. */
export const commands = [
  command('flow.new', 'New flow', 'Mod+N', 'File', 1, 'always'),
  command('endpoint.new', 'New API endpoint', 'Mod+Shift+E', 'File', 1, 'always'),
  command('environment.new', 'New environment', '', 'File', 1, 'always'),
  command('workspace.open', 'Open workspace…', 'Mod+O', 'File', 2, 'always'),
  command('workspace.create', 'New workspace…', '', 'File', 2, 'always'),
  command('workspace.open-example', 'Open the example', '', 'File', 2, 'always'),
  command('workspace.reveal', 'Show the workspace folder', '', 'File', 2, 'always'),
  command('tab.close', 'Close tab', 'Mod+W', 'File', 3, 'always'),
  command('app.quit', 'Quit', 'Mod+Q', 'File', 4, 'always'),

  command('edit.undo', 'Undo', 'Mod+Z', 'Edit', 1, 'always'),
  command('edit.redo', 'Redo', 'Mod+Shift+Z', 'Edit', 1, 'always'),
  command('edit.cut', 'Cut', 'Mod+X', 'Edit', 2, 'selection'),
  command('edit.copy', 'Copy', 'Mod+C', 'Edit', 2, 'selection'),
  command('edit.paste', 'Paste', 'Mod+V', 'Edit', 2, 'flow'),
  command('edit.duplicate', 'Duplicate', 'Mod+D', 'Edit', 2, 'selection'),
  command('edit.delete', 'Delete', 'Delete', 'Edit', 2, 'selection'),
  command('edit.select-all', 'Select all', 'Mod+A', 'Edit', 3, 'flow'),
  command('edit.rename', 'Rename', 'F2', 'Edit', 3, 'always'),

  command('palette.open', 'Search and commands', 'Mod+K', 'View', 1, 'always'),
  command('side-bar.flows', 'Flows', 'Alt+1', 'View', 2, 'always'),
  command('side-bar.endpoints', 'API Endpoints', 'Alt+2', 'View', 2, 'always'),
  command('side-bar.environments', 'Environments', 'Alt+3', 'View', 2, 'always'),
  command('side-bar.toggle', 'Show or fold the side bar', 'Mod+B', 'View', 3, 'always'),
  command('inspector.toggle', 'Show or fold the inspector', 'Mod+Alt+B', 'View', 3, 'always'),
  command('panel.toggle', 'Show or fold the panel', 'Mod+J', 'View', 3, 'always'),
  command('panel.enlarge', 'Enlarge the panel', 'Mod+Shift+J', 'View', 3, 'always'),
  command('tab.next', 'Next tab', 'Ctrl+Tab', 'View', 4, 'always'),
  command('tab.previous', 'Previous tab', 'Ctrl+Shift+Tab', 'View', 4, 'always'),
  command('theme.system', 'Theme: system', '', 'View', 5, 'always'),
  command('theme.light', 'Theme: light', '', 'View', 5, 'always'),
  command('theme.dark', 'Theme: dark', '', 'View', 5, 'always'),
  command('theme.contrast', 'Theme: high contrast', '', 'View', 5, 'always'),

  command('canvas.focus', 'Back to the canvas', 'Escape', 'Flow', 1, 'flow'),
  command('canvas.fit', 'Fit the flow', 'Mod+0', 'Flow', 2, 'flow'),
  command('canvas.zoom-in', 'Zoom in', 'Mod+=', 'Flow', 2, 'flow'),
  command('canvas.zoom-out', 'Zoom out', 'Mod+-', 'Flow', 2, 'flow'),
  command('canvas.minimap', 'Show or hide the minimap', '', 'Flow', 2, 'flow'),
  command('canvas.tidy', 'Tidy the layout', '', 'Flow', 3, 'flow'),
  command('canvas.add-node', 'Add a node after the selected one', '/', 'Flow', 3, 'flow'),
  command('canvas.connect', 'Connect the selected node', 'C', 'Flow', 3, 'selection'),

  command('run.start', 'Run', 'Mod+Enter', 'Run', 1, 'flow'),
  command('run.stop', 'Stop', 'Shift+F5', 'Run', 1, 'run'),
  command('call.send', 'Send this API Call alone', 'Mod+Shift+Enter', 'Run', 2, 'selection'),

  command('components.show', 'Components', '', null, 1, 'always'),
  command('app.about', 'About Flowbench', '', 'Help', 1, 'always'),
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

export const commandIdSchema = z.enum(commands.map((each) => each.id));
