// Which commands act with the focus where: the rules that keep a key or a menu item from hitting what is not meant.
import { describe, expect, it } from 'vitest';
import { commandApplies, keysApply, type FocusPlace } from '#shared/commands/command-applies.ts';
import { defaultKeys } from '#shared/commands/key-map.ts';
import { commands, type CommandScope } from '#shared/commands/commands.ts';

const elsewhere: FocusPlace = { inOverlay: false, inUndoing: false, inText: false, onCanvas: false };
const places = {
  canvas: { ...elsewhere, onCanvas: true },
  'a field over the canvas': { ...elsewhere, inText: true, onCanvas: true },
  'a row of a list': elsewhere,
  'a text field': { ...elsewhere, inText: true },
  'a dialog': { ...elsewhere, inOverlay: true },
  'a dialog that undoes': { ...elsewhere, inOverlay: true, inUndoing: true },
  'a field of a dialog that undoes': { inOverlay: true, inUndoing: true, inText: true, onCanvas: false },
  'the canvas behind a dialog': { ...elsewhere, inOverlay: true, onCanvas: true },
} as const satisfies Readonly<Record<string, FocusPlace>>;
type Place = keyof typeof places;

const where = (applies: (place: FocusPlace) => boolean) =>
  (Object.keys(places) as Place[]).filter((name) => applies(places[name]));
const outsideDialogs: readonly Place[] = [
  'canvas',
  'a field over the canvas',
  'a row of a list',
  'a text field',
];

describe('a command', () => {
  it.each<[CommandScope, readonly Place[]]>([
    ['always', Object.keys(places) as Place[]],
    ['window', outsideDialogs],
    ['outside-text', ['canvas', 'a row of a list']],
    ['undo', ['canvas', 'a row of a list', 'a dialog that undoes']],
    ['canvas', ['canvas']],
  ])('that applies %s acts in %j', (when, expected) => {
    expect(where((place) => commandApplies(when, place))).toEqual(expected);
  });

  it.each(['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate', 'edit.delete', 'edit.select-all'])(
    '%s acts on nodes only while the focus is on the canvas',
    (id) => {
      const command = commands.find((each) => each.id === id)!;
      expect(where((place) => commandApplies(command.when, place))).toEqual(['canvas']);
    },
  );

  it('other than Quit never acts behind a dialog', () => {
    const behind = commands.filter(({ when }) => commandApplies(when, places['the canvas behind a dialog']));
    expect(behind.map(({ id }) => id)).toEqual(['app.quit']);
  });
});

describe('keys', () => {
  it('that type a character act on the canvas alone, though their menu item acts elsewhere too', () => {
    const typing = commands.filter(({ keys }) => keys.length === 1);
    expect(typing.map(({ keys }) => keys)).toEqual(['/', 'I', 'C', 'L']);
    for (const command of typing) {
      expect(where((place) => keysApply(command.keys, command.when, place))).toEqual(['canvas']);
      expect(where((place) => commandApplies(command.when, place))).toEqual(outsideDialogs);
    }
  });

  it('with a modifier act where their command does', () => {
    for (const { id, when } of commands) {
      for (const keys of defaultKeys(id, false).filter((each) => each.length > 1)) {
        for (const place of Object.values(places)) {
          expect(keysApply(keys, when, place), id).toBe(commandApplies(when, place));
        }
      }
    }
  });

  it('that edit a text go to the text, whatever command they are given to', () => {
    for (const keys of ['Mod+C', 'Mod+Shift+Z', 'Delete', 'Mod+ArrowLeft']) {
      expect(where((place) => keysApply(keys, 'always', place))).toEqual(['canvas', 'a row of a list']);
      expect(where((place) => keysApply(keys, 'canvas', place))).toEqual(['canvas']);
    }
    expect(where((place) => keysApply('Alt+ArrowLeft', 'window', place, true))).not.toContain('a text field');
    expect(where((place) => keysApply('Alt+ArrowLeft', 'window', place))).toContain('a text field');
  });
});
