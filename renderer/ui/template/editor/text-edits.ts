import type { editor, IDisposable } from './monaco.ts';

/** What the Edit menu asks of a text, and how the editor does it. */
const commands: Readonly<Record<string, string>> = {
  undo: 'undo',
  redo: 'redo',
  delete: 'deleteRight',
  selectAll: 'editor.action.selectAll',
};

/** Does what the Edit menu asks, which comes as an event (`renderer/app/keyboard/menu-item-picked.ts`). */
export function textEdits(host: HTMLElement, shown: editor.IStandaloneCodeEditor): IDisposable {
  const asked = (event: Event) => {
    const edit: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const command = typeof edit === 'string' ? commands[edit] : undefined;
    if (command === undefined) return;
    event.preventDefault();
    shown.trigger('menu', command, null);
  };
  host.addEventListener('text-edit', asked);
  return { dispose: () => host.removeEventListener('text-edit', asked) };
}
