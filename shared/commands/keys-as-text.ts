import { z } from 'zod';
import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { commands, type CommandId } from './commands.ts';
import { fixedCommands, keyChangesSchema, keyMap, type KeyChanges, withKeys } from './key-map.ts';
import { keysTrouble } from './keys-trouble.ts';
import { normalKeys } from './normal-keys.ts';

const textSchema = z.object({
  format: z.literal('flowbench.keys'),
  version: z.literal(1),
  keys: keyChangesSchema,
});

/** The keys that a person has changed, as text that can be kept, sent and read again. */
export function keysAsText(changes: KeyChanges): string {
  const keys = Object.fromEntries(Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: 'flowbench.keys', version: 1, keys }, null, 2)}\n`;
}

/** What a text of keys gives, and what of it cannot be used, in sentences. */
export interface KeysRead {
  readonly changes: KeyChanges;
  readonly notes: readonly string[];
}

/** Reads a text of keys in the place of all changes so far, or says why it is none. */
export function keysOfText(text: string, isMac: boolean): Outcome<KeysRead, string> {
  const parsed = textSchema.safeParse(parsedJson(text));
  if (!parsed.success)
    return failed('This is no list of keys: paste the text that “Copy as text” gives, from { to }.');
  const notes: string[] = [];
  let changes: KeyChanges = {};
  const given = new Map<string, CommandId>();
  for (const [id, chords] of Object.entries(parsed.data.keys)) {
    const command = commands.find((each) => each.id === id);
    if (command === undefined) notes.push(`There is no command “${id}” here.`);
    else if (fixedCommands.has(command.id)) notes.push(`The keys of “${command.title}” cannot be changed.`);
    else {
      const usable = chords
        .map((chord) => normalKeys(chord, isMac))
        .filter((chord) => isUsable(chord, command, given, notes, isMac));
      changes = withKeys(changes, command.id, usable, isMac);
    }
  }
  return succeeded({ changes, notes });
}

function isUsable(
  chord: string,
  { id, title }: { readonly id: CommandId; readonly title: string },
  given: Map<string, CommandId>,
  notes: string[],
  isMac: boolean,
): boolean {
  const holder = given.get(chord) ?? keyMap({}, isMac).byKeys.get(chord);
  const trouble = keysTrouble(chord, isMac);
  const isTaken = given.has(chord) || (holder !== undefined && fixedCommands.has(holder));
  if (trouble !== null) notes.push(`“${chord}” of “${title}”: ${trouble}`);
  else if (isTaken) notes.push(`“${chord}” of “${title}” is taken by another command already.`);
  else given.set(chord, id);
  return trouble === null && !isTaken;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
