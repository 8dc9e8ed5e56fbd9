import type { MenuEntry } from '../overlay/menu-entry.ts';
import type { MountedEditor } from './editor/open-editor.ts';

/** What can be done in a field that is edited, with what is selected and with the name at the caret. */
export function menuEntries(editor: MountedEditor): readonly MenuEntry[] {
  const { hasSelection, canFormat, names } = editor.offers();
  const disabledReason = hasSelection ? undefined : 'Nothing is selected';
  const run = (id: string) => () => editor.run(id);
  const entries: readonly (MenuEntry | false)[] = [
    { ...action('Cut', 'Mod+X', run('editor.action.clipboardCutAction')), disabledReason },
    { ...action('Copy', 'Mod+C', run('editor.action.clipboardCopyAction')), disabledReason },
    action('Select all', 'Mod+A', run('editor.action.selectAll')),
  ];
  const more: readonly (MenuEntry | false)[] = [
    canFormat && action('Format JSON', 'Alt+Shift+F', run('editor.action.formatDocument')),
    names.canRename && action('Rename variable…', 'F2', run('editor.action.rename')),
    names.goTo !== undefined && action('Go to where it is set', 'F12', names.goTo),
    names.findUses !== undefined && action('Find uses', 'Shift+F12', names.findUses),
  ];
  const offered = more.filter((entry) => entry !== false);
  const line: readonly MenuEntry[] = offered.length === 0 ? [] : [{ kind: 'separator' }];
  return [...entries.filter((entry) => entry !== false), ...line, ...offered];
}

const action = (label: string, keys: string, onSelect: () => void) =>
  ({ kind: 'action', label, keys, onSelect }) as const;
