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
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to the undo history that a text field has of its own
  if (place.inText && textEdit !== undefined) document.execCommand(textEdit);
  else if (commandApplies(command.when, place)) commandInvoked(id);
}
