import { commands, type CommandId } from './commands.ts';

const keysById = new Map<CommandId, string>(commands.map(({ id, keys }) => [id, keys]));

/** The accelerator of a command as the list writes it; empty where it has none. */
export function commandKeys(id: CommandId): string {
  return keysById.get(id) ?? '';
}
