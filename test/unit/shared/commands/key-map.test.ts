// A chord is for one command only, whatever a person gives to whom and takes back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import {
  defaultKeys,
  fixedCommands,
  keyMap,
  type KeyChanges,
  withDefaultKeys,
  withKeys,
} from '#shared/commands/key-map.ts';
import { keysAsText, keysOfText } from '#shared/commands/keys-as-text.ts';
import { keysTrouble } from '#shared/commands/keys-trouble.ts';

const keysOf = (changes: KeyChanges, id: CommandId) => keyMap(changes, false).ofCommand.get(id);

const anyCommand = fc.constantFrom(...commands.map(({ id }) => id));
const anyChord = fc.constantFrom('Mod+K', 'Mod+Enter', 'Alt+X', 'F5', 'Mod+C', 'Escape', 'Mod+Alt+9', 'C');
const anyStep = fc.record({ id: anyCommand, chords: fc.uniqueArray(anyChord, { maxLength: 3 }) });
const anyChanges = fc
  .array(anyStep, { maxLength: 8 })
  .map((steps) =>
    steps.reduce<KeyChanges>((changes, { id, chords }) => withKeys(changes, id, chords, false), {}),
  );

describe('the keys of commands', () => {
  it('are those of the list until somebody changes them', () => {
    for (const { id } of commands) expect(keysOf({}, id)).toEqual(defaultKeys(id, false));
    expect(keyMap({}, false).byKeys.get('Mod+Tab')).toBe('tab.next');
    expect(keyMap({}, true).byKeys.get('Ctrl+Tab')).toBe('tab.next');
  });

  it('move from the command that had them, and come back with a reset', () => {
    const taken = withKeys({}, 'flow.new', ['Mod+K', 'F4'], false);
    expect(taken).toEqual({ 'flow.new': ['Mod+K', 'F4'], 'palette.open': [] });
    expect(keyMap(taken, false).byKeys.get('Mod+N')).toBeUndefined();
    expect(withDefaultKeys(taken, 'palette.open', false)).toEqual({ 'flow.new': ['F4'] });
    expect(withDefaultKeys(withDefaultKeys(taken, 'palette.open', false), 'flow.new', false)).toEqual({});
  });

  it('of the clipboard and of Escape stay where they are', () => {
    for (const id of fixedCommands) {
      expect(withKeys({}, id, ['F4'], false)).toEqual({});
      expect(keysOf({ [id]: [] }, id)).toEqual(defaultKeys(id, false));
    }
    expect(withKeys({}, 'run.start', ['Mod+C', 'Escape'], false)).toEqual({ 'run.start': [] });
  });

  it('that a file gives to two commands are those of the first, and a new default takes none away', () => {
    const map = keyMap({ 'run.start': ['F4'], 'flow.new': ['F4', 'F5'] }, false);
    expect(map.byKeys.get('F4')).toBe('flow.new');
    expect(map.ofCommand.get('run.start')).toEqual([]);
    expect(map.byKeys.get('F5')).toBe('flow.new');
    expect(map.ofCommand.get('run.debug')).toEqual([]);
  });

  it('are for one command each after any changes, and every chord that a command has finds it', () => {
    fc.assert(
      fc.property(anyChanges, fc.boolean(), (changes, isMac) => {
        const { byKeys, ofCommand } = keyMap(changes, isMac);
        const all = [...ofCommand.values()].flat();
        expect(new Set(all).size).toBe(all.length);
        for (const [id, chords] of ofCommand) for (const chord of chords) expect(byKeys.get(chord)).toBe(id);
        expect(byKeys.size).toBe(all.length);
        for (const id of fixedCommands) expect(ofCommand.get(id)).toEqual(defaultKeys(id, isMac));
      }),
    );
  });

  it('are as given right after they were given, as far as they can be', () => {
    fc.assert(
      fc.property(anyChanges, anyStep, (changes, { id, chords }) => {
        const free = chords.filter((chord) => chord !== 'Mod+C' && chord !== 'Escape');
        const wanted = fixedCommands.has(id) ? defaultKeys(id, false) : free;
        expect(keysOf(withKeys(changes, id, chords, false), id)).toEqual(wanted);
      }),
    );
  });

  it('can be carried elsewhere as text', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const read = keysOfText(keysAsText(changes), false);
        if (!read.ok) throw new Error(read.failure);
        expect(read.value.notes).toEqual([]);
        expect([...keyMap(read.value.changes, false).ofCommand]).toEqual([
          ...keyMap(changes, false).ofCommand,
        ]);
      }),
    );
  });

  it('of a text that cannot be used are told, and the others hold', () => {
    const keys = {
      'run.start': ['Ctrl+R', 'Enter', 'F4'],
      'flow.new': ['F4'],
      'edit.copy': ['F6'],
      'rocket.launch': ['F7'],
      'call.send': ['Mod+C'],
    };
    const read = keysOfText(JSON.stringify({ format: 'flowbench.keys', version: 1, keys }), false);
    if (!read.ok) throw new Error(read.failure);
    expect(keysOf(read.value.changes, 'run.start')).toEqual(['Mod+R', 'F4']);
    expect(read.value.notes).toEqual([
      expect.stringContaining('“Enter” of “Run”'),
      '“F4” of “New flow” is taken by another command already.',
      'The keys of “Copy” cannot be changed.',
      'There is no command “rocket.launch” here.',
      '“Mod+C” of “Send this API Call alone” is taken by another command already.',
    ]);
    for (const text of ['', '[]', '{"format":"flowbench.flow","version":1,"keys":{}}'])
      expect(keysOfText(text, false)).toMatchObject({ ok: false });
  });
});

describe('a chord', () => {
  it.each([
    'Mod+K',
    'Ctrl+Tab',
    'Mod+Shift+Enter',
    'F12',
    'Shift+F5',
    'Delete',
    '/',
    'C',
    'Alt+ArrowLeft',
    'Mod+=',
  ])('%s can be a shortcut', (chord) => {
    expect(keysTrouble(chord, false)).toBeNull();
  });

  it('of every default can be one, but for Escape', () => {
    const all = commands.flatMap(({ id }) => defaultKeys(id, false));
    expect(all.filter((chord) => keysTrouble(chord, false) !== null)).toEqual(['Escape']);
  });

  it.each([
    'Escape',
    'Tab',
    'Shift+Tab',
    'Enter',
    'Space',
    'Shift+ArrowUp',
    'Shift+A',
    'Alt+F4',
    'Mod+Dead',
    'Mod',
    '',
    'Mod K',
    'Hyper+K',
  ])('“%s” cannot, and why is a sentence', (chord) => {
    expect(keysTrouble(chord, false)).toMatch(/\w.*\.$/);
  });
});
