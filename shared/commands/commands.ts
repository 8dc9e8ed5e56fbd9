import { z } from 'zod';

/**
 * Where the focus must be for a command to act on its keys or its item of the menu: `canvas` is the canvas or nothing at
 * all, `outside-text` is anywhere but in a text field, which does the same to its text, `undo` is there and in a dialog that
 * takes back what is done in it, `window` is anywhere but in a dialog or a menu, and `always` is there too.
 */
export type CommandScope = 'always' | 'window' | 'outside-text' | 'undo' | 'canvas';

export interface Command {
  readonly id: string;
  readonly title: string;
  /**
   * Accelerators with `Mod` for Ctrl, on macOS Cmd, parted by a space, the one that is shown first; empty where there is
   * none. Whoever wants to know the keys that a command has now asks `keyMap`.
   */
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
  command('flow.new', 'New flow', 'Mod+N', 'File', 1, 'window'),
  command('endpoint.new', 'New API endpoint', 'Mod+Shift+E', 'File', 1, 'window'),
  command('environment.new', 'New environment', '', 'File', 1, 'window'),
  command('scenario.new', 'New scenario', '', 'File', 1, 'window'),
  command('environment.defaults', 'Defaults of all environments', '', 'File', 1, 'window'),
  command('folder.new', 'New folder', '', 'File', 1, 'window'),
  command('workspace.open', 'Open workspace…', 'Mod+O', 'File', 2, 'window'),
  command('workspace.create', 'New workspace…', '', 'File', 2, 'window'),
  command('workspace.open-example', 'Open the example', '', 'File', 2, 'window'),
  command('workspace.reveal', 'Show the workspace folder', '', 'File', 2, 'window'),
  command('bundle.import', 'Import a bundle…', '', 'File', 3, 'window'),
  command('bundle.export', 'Export as a bundle…', '', 'File', 3, 'window'),
  command('settings.open', 'Settings', 'Mod+, Alt+6', 'File', 4, 'window'),
  command('keys.open', 'Keyboard shortcuts', '', 'File', 4, 'window'),
  command('vault.choose-passphrase', 'Choose a passphrase for secrets…', '', null, 4, 'window'),
  command('vault.unlock', 'Unlock secrets…', '', null, 4, 'window'),
  command('vault.lock', 'Lock secrets', '', null, 4, 'window'),
  command('vault.change-passphrase', 'Change the passphrase…', '', null, 4, 'window'),
  command('vault.forget-passphrase', 'Forget the passphrase…', '', null, 4, 'window'),
  command('tab.close', 'Close tab', 'Mod+W', 'File', 5, 'window'),
  command('app.quit', 'Quit', 'Mod+Q', 'File', 6, 'always'),

  command('edit.undo', 'Undo', 'Mod+Z', 'Edit', 1, 'undo'),
  command('edit.redo', 'Redo', 'Mod+Shift+Z', 'Edit', 1, 'undo'),
  command('edit.cut', 'Cut', 'Mod+X', 'Edit', 2, 'canvas'),
  command('edit.copy', 'Copy', 'Mod+C', 'Edit', 2, 'canvas'),
  command('edit.paste', 'Paste', 'Mod+V', 'Edit', 2, 'canvas'),
  command('edit.duplicate', 'Duplicate', 'Mod+D', 'Edit', 2, 'canvas'),
  command('edit.delete', 'Delete', 'Delete', 'Edit', 2, 'canvas'),
  command('edit.select-all', 'Select all', 'Mod+A', 'Edit', 3, 'canvas'),
  command('edit.rename', 'Rename', 'F2', 'Edit', 3, 'window'),
  command('document.move', 'Move to a folder…', '', 'Edit', 3, 'window'),
  command('find.open', 'Find in the workspace', 'Mod+Shift+F', 'Edit', 4, 'window'),
  command('find.replace', 'Replace in the workspace', 'Mod+Shift+H', 'Edit', 4, 'window'),

  command('palette.open', 'Search and commands', 'Mod+K', 'View', 1, 'window'),
  command('side-bar.flows', 'Flows', 'Alt+1', 'View', 2, 'window'),
  command('side-bar.endpoints', 'API Endpoints', 'Alt+2', 'View', 2, 'window'),
  command('side-bar.environments', 'Environments', 'Alt+3', 'View', 2, 'window'),
  command('side-bar.scenarios', 'Scenarios', 'Alt+4', 'View', 2, 'window'),
  command('side-bar.runs', 'Runs', 'Alt+5', 'View', 2, 'window'),
  command('environment.compare', 'Compare environments', '', 'View', 2, 'window'),
  command('trash.show', 'Trash', '', 'View', 2, 'window'),
  command('side-bar.toggle', 'Show or fold the side bar', 'Mod+B', 'View', 3, 'window'),
  command('inspector.toggle', 'Show or fold the inspector', 'Mod+Alt+B', 'View', 3, 'window'),
  command('panel.toggle', 'Show or fold the panel', 'Mod+J', 'View', 3, 'window'),
  command('panel.enlarge', 'Enlarge the panel', 'Mod+Shift+J', 'View', 3, 'window'),
  command('place.back', 'Go back', 'Alt+ArrowLeft Mod+Alt+ArrowLeft', 'View', 4, 'window'),
  command('place.forward', 'Go forward', 'Alt+ArrowRight Mod+Alt+ArrowRight', 'View', 4, 'window'),
  command('side.open', 'Open to the side', 'Mod+\\', 'View', 4, 'window'),
  command('side.split', 'Show on both sides', 'Shift+F7', 'View', 4, 'window'),
  command('side.other', 'Go to the other side', 'F7', 'View', 4, 'window'),
  command('side.close', 'Close this side', '', 'View', 4, 'window'),
  command('tab.next', 'Next tab', 'Ctrl+Tab', 'View', 4, 'window'),
  command('tab.previous', 'Previous tab', 'Ctrl+Shift+Tab', 'View', 4, 'window'),
  command('tab.move-left', 'Move the tab to the left', 'Mod+Shift+PageUp', 'View', 4, 'window'),
  command('tab.move-right', 'Move the tab to the right', 'Mod+Shift+PageDown', 'View', 4, 'window'),
  command('theme.system', 'Theme: system', '', 'View', 5, 'window'),
  command('theme.light', 'Theme: light', '', 'View', 5, 'window'),
  command('theme.dark', 'Theme: dark', '', 'View', 5, 'window'),
  command('theme.contrast', 'Theme: high contrast', '', 'View', 5, 'window'),

  command('canvas.focus', 'Back to the canvas', 'Escape', 'Flow', 1, 'window'),
  command('canvas.fit', 'Fit the flow', 'Mod+0', 'Flow', 2, 'window'),
  command('canvas.zoom-in', 'Zoom in', 'Mod+=', 'Flow', 2, 'window'),
  command('canvas.zoom-out', 'Zoom out', 'Mod+-', 'Flow', 2, 'window'),
  command('canvas.minimap', 'Show or hide the minimap', '', 'Flow', 2, 'window'),
  command('canvas.snap', 'Turn snapping to the grid on or off', '', 'Flow', 2, 'window'),
  command('canvas.tidy', 'Tidy the layout', '', 'Flow', 3, 'window'),
  command('canvas.tidy-selection', 'Tidy the selected nodes', '', 'Flow', 3, 'window'),
  command('canvas.add-node', 'Add a node after the selected one', '/', 'Flow', 3, 'window'),
  command('canvas.insert', 'Insert a node on a connection', 'I', 'Flow', 3, 'window'),
  command('canvas.connect', 'Connect the selected node', 'C', 'Flow', 3, 'window'),
  command('canvas.open-flow', 'Open the flow of the Sub-flow', 'F12', 'Flow', 3, 'canvas'),
  command('canvas.error-node', 'Set or remove the error node', '', 'Flow', 3, 'window'),
  command('canvas.connections', 'Go to the connections of the selected node', 'L', 'Flow', 3, 'window'),
  command('group.create', 'Group the selected nodes', 'Mod+G', 'Flow', 3, 'window'),
  command('group.remove', 'Ungroup', 'Mod+Shift+G', 'Flow', 3, 'window'),
  command('group.collapse', 'Collapse or expand the group', 'Mod+Alt+G', 'Flow', 3, 'window'),
  command('group.collapse-all', 'Collapse all groups', '', 'Flow', 3, 'window'),
  command('group.expand-all', 'Expand all groups', '', 'Flow', 3, 'window'),
  command('canvas.align-left', 'Align left edges', '', null, 4, 'window'),
  command('canvas.align-centre', 'Align centres', '', null, 4, 'window'),
  command('canvas.align-right', 'Align right edges', '', null, 4, 'window'),
  command('canvas.align-top', 'Align top edges', '', null, 4, 'window'),
  command('canvas.align-middle', 'Align middles', '', null, 4, 'window'),
  command('canvas.align-bottom', 'Align bottom edges', '', null, 4, 'window'),
  command('canvas.distribute-x', 'Distribute horizontally', '', null, 4, 'window'),
  command('canvas.distribute-y', 'Distribute vertically', '', null, 4, 'window'),
  command('problems.show', 'Problems', 'Mod+Shift+M', 'Flow', 4, 'window'),
  command('problems.next', 'Next problem', 'F8', 'Flow', 4, 'window'),
  command('problems.previous', 'Previous problem', 'Shift+F8', 'Flow', 4, 'window'),
  command('problems.fix', 'Mend the problem…', 'Mod+.', 'Flow', 4, 'window'),
  command('variable.uses', 'Uses of variables…', 'Shift+F12', 'Flow', 4, 'window'),

  command('canvas.find', 'Find in the flow', 'Mod+F', 'Flow', 5, 'window'),
  command('canvas.find-next', 'Find the next', 'F3', 'Flow', 5, 'window'),
  command('canvas.find-previous', 'Find the one before', 'Shift+F3', 'Flow', 5, 'window'),
  command('picture.export', 'Export as a picture…', '', 'Flow', 6, 'window'),
  command('picture.copy', 'Copy as a picture', 'Mod+Shift+C', 'Flow', 6, 'window'),

  command('run.start', 'Run', 'Mod+Enter', 'Run', 1, 'window'),
  command('run.debug', 'Debug, or continue', 'F5', 'Run', 1, 'window'),
  command('run.pause', 'Pause before the next node', 'F6', 'Run', 1, 'window'),
  command('run.stop', 'Stop', 'Shift+F5', 'Run', 1, 'window'),
  command('run.newest', 'Back to the newest run', '', 'Run', 1, 'window'),
  command('run.step-over', 'Step over', 'F10', 'Run', 2, 'window'),
  command('run.step-into', 'Step into', 'F11', 'Run', 2, 'window'),
  command('run.step-out', 'Step out', 'Shift+F11', 'Run', 2, 'window'),
  command('run.to-node', 'Run to the selected node', 'Mod+F10', 'Run', 2, 'window'),
  command('run.step-back', 'Step back', 'Alt+F10', 'Run', 3, 'window'),
  command('run.step-forward', 'Step forward', 'Alt+Shift+F10', 'Run', 3, 'window'),
  command('run.show-pause', 'Show where the run is paused', '', 'Run', 3, 'window'),
  command('run.rerun', 'Run again from this moment', '', 'Run', 3, 'window'),
  command('run.send-again', 'Send this call again', '', 'Run', 3, 'window'),
  command('run.compare', 'Compare two runs…', '', 'Run', 3, 'window'),
  command('breakpoint.toggle', 'Set or remove a breakpoint', 'F9', 'Run', 4, 'window'),
  command('breakpoint.edit', 'Breakpoint with a condition…', 'Shift+F9', 'Run', 4, 'window'),
  command('breakpoint.clear', 'Remove all breakpoints of the flow', '', 'Run', 4, 'window'),
  command('call.send', 'Send this API Call alone', 'Mod+Shift+Enter', 'Run', 5, 'window'),
  command('call.copy-curl', 'Copy this API Call as cURL', '', 'Run', 5, 'window'),
  command('call.pin', 'Pin the last response of this API Call', '', 'Run', 6, 'window'),
  command('call.new-fixture', 'New fixture for this API Call', '', 'Run', 6, 'window'),
  command('call.fault', 'Fault this API Call…', '', 'Run', 6, 'window'),
  command('call.live', 'Let this API Call go live', '', 'Run', 6, 'window'),
  command('run.all-live', 'Let all API Calls go live', '', 'Run', 6, 'window'),
  command('run.exits', 'Exits never taken…', '', 'Run', 6, 'window'),
  command('scenario.run', 'Run the scenario', 'Mod+Alt+Enter', 'Run', 7, 'window'),
  command('scenario.run-flow', 'Run all scenarios of the flow', 'Mod+Alt+Shift+Enter', 'Run', 7, 'window'),
  command('scenario.run-all', 'Run all scenarios', '', 'Run', 7, 'window'),
  command('scenario.stop', 'Stop the scenarios', '', 'Run', 7, 'window'),
  command('scenario.record', 'Record the run as a scenario', '', 'Run', 7, 'window'),
  command('scenario.update-snapshot', 'Update the snapshot', '', 'Run', 7, 'window'),
  command('scenario.update-failing', 'Update all snapshots that differ', '', 'Run', 7, 'window'),
  command('scenario.show', 'Scenarios of the flow', '', 'Run', 7, 'window'),
  command('scenario.coverage', 'Show the coverage on the canvas', '', 'Run', 7, 'window'),

  command('components.show', 'Components', '', null, 1, 'window'),
  command('report.show', 'Save a log for a report…', '', 'Help', 1, 'window'),
  command('app.about', 'About Flowbench', '', 'Help', 1, 'window'),
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

export const commandIdSchema = z.enum(commands.map((each) => each.id));
