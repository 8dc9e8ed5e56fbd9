import { commandApplies } from '#shared/commands/command-applies.ts';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { focusPlace } from '../../store/focus-place.ts';

/** What an item of the Edit menu does to the text field that has the focus. */
const textEdits: Readonly<Partial<Record<CommandId, string>>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.delete': 'delete',
  'edit.select-all': 'selectAll',
};

/** An item of the application's menu was picked: it acts where its keys would, on the text or on what is around it. */
export function menuItemPicked(id: CommandId): void {
  const command = commands.find((each) => each.id === id);
  if (command === undefined) return;
  const place = focusPlace();
  const textEdit = textEdits[id];
  if (place.inText && textEdit !== undefined) textEdited(textEdit);
  else if (commandApplies(command.when, place)) commandInvoked(id);
}

/** An editor has a history of its own and takes the edit by this event; in a native field the browser does it. */
function textEdited(edit: string): void {
  const asked = new CustomEvent('text-edit', { detail: edit, bubbles: true, cancelable: true });
  const isNative = document.activeElement?.dispatchEvent(asked) ?? true;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to the undo history that a text field has of its own
  if (isNative) document.execCommand(edit);
}
