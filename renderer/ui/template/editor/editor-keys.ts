import { commands } from '#shared/commands/commands.ts';
import { editor, KeyCode, KeyMod } from './monaco.ts';

/** True while the editor that has the focus holds one line. */
export const singleLineContext = 'templateSingleLine';

/** Keys that stay the editor's although the window has a command for them: they close and rename. */
const editorsOwn: ReadonlySet<string> = new Set(['Escape', 'F2']);

/** What Escape closes before it is the window's. */
const open: readonly string[] = [
  'suggestWidgetVisible',
  'parameterHintsVisible',
  'renameInputVisible',
  'findWidgetVisible',
  'editorHoverVisible',
  'codeActionMenuVisible',
  'messageVisible',
  'inSnippetMode',
];

const noList = '!suggestWidgetVisible && !parameterHintsMultipleSignatures && !renameInputVisible';

/** Leaves to the window and to the rows around a field what is theirs. To be called once. */
export function leaveKeysAlone(): void {
  const toWindow = commands
    .filter(
      ({ keys, when }) => keys !== '' && (when === 'window' || when === 'always') && !editorsOwn.has(keys),
    )
    .map(({ keys }) => keybindingOf(keys))
    .filter((keybinding) => keybinding !== null);
  editor.registerCommand(escaped, escapeHandedOn);
  editor.addKeybindingRules([
    {
      keybinding: KeyCode.Escape,
      command: escaped,
      when: ['textInputFocus', ...open.map((key) => `!${key}`)].join(' && '),
    },
    ...toWindow.map((keybinding) => ({ keybinding, command: null })),
    ...[KeyCode.Enter, KeyCode.UpArrow, KeyCode.DownArrow].map((keybinding) => ({
      keybinding,
      command: null,
      when: `${singleLineContext} && ${noList}`,
    })),
    ...[
      KeyMod.CtrlCmd | KeyCode.KeyF,
      KeyMod.CtrlCmd | KeyCode.KeyH,
      KeyCode.F3,
      KeyMod.Shift | KeyCode.F3,
    ].map((keybinding) => ({ keybinding, command: null, when: singleLineContext })),
    { keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF, command: 'editor.action.formatDocument' },
    // An empty row goes with backspace, and nothing is to be taken back in an empty field.
    { keybinding: KeyCode.Backspace, command: null, when: 'templateEmpty' },
  ]);
}

const escaped = 'template.escaped';

/** The editor's text area takes Escape for itself, whatever it does with it: the field hands the window one of its own. */
function escapeHandedOn(): void {
  const field = document.activeElement?.closest('[data-template-field]');
  field?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }),
  );
}

const named: Readonly<Record<string, KeyCode>> = {
  Enter: KeyCode.Enter,
  Tab: KeyCode.Tab,
  Delete: KeyCode.Delete,
  '=': KeyCode.Equal,
  '-': KeyCode.Minus,
  ',': KeyCode.Comma,
  '/': KeyCode.Slash,
};

const modifiers: Readonly<Record<string, number>> = {
  Mod: KeyMod.CtrlCmd,
  Ctrl: KeyMod.WinCtrl,
  Shift: KeyMod.Shift,
  Alt: KeyMod.Alt,
};

/** A key of the command list as Monaco counts it; `null` for one that it has no number for. */
export function keybindingOf(keys: string): number | null {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const code = named[key] ?? codeOf(key);
  if (code === undefined) return null;
  return parts.slice(0, -1).reduce((sum, modifier) => sum | (modifiers[modifier] ?? 0), code);
}

function codeOf(key: string): number | undefined {
  const name = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const code: unknown = Reflect.get(KeyCode, name);
  return typeof code === 'number' ? code : undefined;
}
