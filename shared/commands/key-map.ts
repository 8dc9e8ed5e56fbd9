import { z } from 'zod';
import { commands, type CommandId } from './commands.ts';
import { normalKeys } from './normal-keys.ts';

/**
 * The keys that a person has given to commands, by command; an empty list is a command without keys. What is not here has
 * the keys of the command list, and ids that this version does not know are kept.
 */
export const keyChangesSchema = z.record(z.string().max(100), z.array(z.string().min(1).max(60)).max(10));

export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** Which keys each command has, and which command each key press is for. */
export interface KeyMap {
  /** The chords of a command, the one that is shown first. */
  readonly ofCommand: ReadonlyMap<CommandId, readonly string[]>;
  readonly byKeys: ReadonlyMap<string, CommandId>;
}

/** Commands whose keys are the system's: the clipboard goes by the browser's own events, and Escape leads back from everywhere. */
export const fixedCommands: ReadonlySet<CommandId> = new Set([
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'canvas.focus',
]);

/** The keys that a command has before anybody changes them. */
export function defaultKeys(id: CommandId, isMac: boolean): readonly string[] {
  const { keys } = commandOf(id);
  return keys
    .split(' ')
    .filter((chord) => chord !== '')
    .map((chord) => normalKeys(chord, isMac));
}

/**
 * The map that a person's changes give. A chord is for one command only: fixed ones come first, then what the person chose,
 * then the keys of the list, so that a command that is new can take no key away.
 */
export function keyMap(changes: KeyChanges, isMac: boolean): KeyMap {
  const byKeys = new Map<string, CommandId>();
  const ofCommand = new Map<CommandId, readonly string[]>();
  const ids = commands.map(({ id }) => id);
  const isChanged = (id: CommandId) => !fixedCommands.has(id) && Object.hasOwn(changes, id);
  const ranked = [
    ...ids.filter((id) => fixedCommands.has(id)),
    ...ids.filter(isChanged),
    ...ids.filter((id) => !fixedCommands.has(id) && !isChanged(id)),
  ];
  for (const id of ranked) {
    const wanted = isChanged(id) ? ownKeys(changes, id, isMac) : defaultKeys(id, isMac);
    const got = wanted.filter((chord) => !byKeys.has(chord));
    for (const chord of got) byKeys.set(chord, id);
    ofCommand.set(id, got);
  }
  return { byKeys, ofCommand };
}

/** The changes with other keys for a command; whoever had one of them has it no more. Fixed commands give nothing away. */
export function withKeys(
  changes: KeyChanges,
  id: CommandId,
  chords: readonly string[],
  isMac: boolean,
): KeyChanges {
  if (fixedCommands.has(id)) return changes;
  const { byKeys, ofCommand } = keyMap(changes, isMac);
  const free = unique(chords).filter((chord) => !fixedCommands.has(byKeys.get(chord) ?? id));
  let changed = settled(changes, id, free, isMac);
  for (const holder of unique(free.flatMap((chord) => byKeys.get(chord) ?? []))) {
    if (holder === id) continue;
    const left = (ofCommand.get(holder) ?? []).filter((chord) => !free.includes(chord));
    changed = settled(changed, holder, left, isMac);
  }
  return changed;
}

/** The changes without those of one command. Where somebody else has its keys by now, they come back to it. */
export function withDefaultKeys(changes: KeyChanges, id: CommandId, isMac: boolean): KeyChanges {
  return withKeys(changes, id, defaultKeys(id, isMac), isMac);
}

function settled(changes: KeyChanges, id: CommandId, chords: readonly string[], isMac: boolean): KeyChanges {
  const { [id]: _before, ...others } = changes;
  const isDefault = chords.join(' ') === defaultKeys(id, isMac).join(' ');
  return isDefault ? others : { ...others, [id]: chords };
}

function ownKeys(changes: KeyChanges, id: CommandId, isMac: boolean): readonly string[] {
  return unique((changes[id] ?? []).map((chord) => normalKeys(chord, isMac)));
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function commandOf(id: CommandId) {
  const found = commands.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no command ${id}.`);
  return found;
}
