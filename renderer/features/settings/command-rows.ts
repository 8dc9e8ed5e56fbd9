import { commands, type CommandId } from '#shared/commands/commands.ts';
import { defaultKeys, fixedCommands, type KeyMap } from '#shared/commands/key-map.ts';
import { keyParts } from '../../ui/keyboard/key-parts.ts';

/** A command on the page of shortcuts. */
export interface CommandRow {
  readonly id: CommandId;
  readonly title: string;
  /** The menu that has it. */
  readonly menu: string;
  readonly chords: readonly string[];
  /** The system has its keys, and nobody can change them. */
  readonly isFixed: boolean;
  readonly isChanged: boolean;
}

/** What the page is narrowed to: words of a name, or keys that were pressed. */
export type CommandFilter =
  { readonly by: 'name'; readonly words: string } | { readonly by: 'keys'; readonly chord: string | null };

/** Every command with the keys that it has now, as far as the filter lets it through. */
export function commandRows(map: KeyMap, isMac: boolean, filter: CommandFilter): readonly CommandRow[] {
  return commands
    .map(({ id, menu, title }) => {
      const chords = map.ofCommand.get(id) ?? [];
      return {
        id,
        title,
        menu: menu ?? 'Window',
        chords,
        isFixed: fixedCommands.has(id),
        isChanged: chords.join(' ') !== defaultKeys(id, isMac).join(' '),
      };
    })
    .filter((row) => fits(row, isMac, filter));
}

function fits({ chords, menu, title }: CommandRow, isMac: boolean, filter: CommandFilter): boolean {
  if (filter.by === 'keys') return filter.chord === null || chords.includes(filter.chord);
  const text = [menu, title, ...chords.map((chord) => chordInWords(chord, isMac))].join(' ').toLowerCase();
  return filter.words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A chord as it is said and typed: `Ctrl+Shift+M`. */
export function chordInWords(chord: string, isMac: boolean): string {
  return keyParts(chord, isMac).join(isMac ? '' : '+');
}
