// Key presses as browsers report them on the keyboards that people have, and the commands that they are to find.
import { describe, expect, it } from 'vitest';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { defaultKeys, keyMap } from '#shared/commands/key-map.ts';
import { keyOfEvent } from '../../../../../renderer/ui/keyboard/key-of-event.ts';

const keysOf = (id: CommandId, isMac = false) => keyMap({}, isMac).ofCommand.get(id)?.[0];

interface Press {
  readonly key: string;
  readonly code: string;
  readonly with?: string;
}

function named({ key, code, with: held = '' }: Press, isMac = false): string {
  const modifiers = held.split('+');
  return keyOfEvent(
    {
      key,
      code,
      ctrlKey: modifiers.includes('Ctrl'),
      metaKey: modifiers.includes('Meta'),
      altKey: modifiers.includes('Alt'),
      shiftKey: modifiers.includes('Shift'),
    },
    isMac,
  );
}

describe('a key press', () => {
  it.each<[string, Press, CommandId]>([
    ['the slash of a US keyboard', { key: '/', code: 'Slash' }, 'canvas.add-node'],
    ['Shift+7 of a German one', { key: '/', code: 'Digit7', with: 'Shift' }, 'canvas.add-node'],
    ['Shift+: of a French one', { key: '/', code: 'Period', with: 'Shift' }, 'canvas.add-node'],
    ['the slash of the numpad', { key: '/', code: 'NumpadDivide' }, 'canvas.add-node'],
    ['Ctrl and the equals sign', { key: '=', code: 'Equal', with: 'Ctrl' }, 'canvas.zoom-in'],
    ['Ctrl, Shift and it', { key: '+', code: 'Equal', with: 'Ctrl+Shift' }, 'canvas.zoom-in'],
    ['Ctrl and the German plus', { key: '+', code: 'BracketRight', with: 'Ctrl' }, 'canvas.zoom-in'],
    ['Ctrl and the plus of the numpad', { key: '+', code: 'NumpadAdd', with: 'Ctrl' }, 'canvas.zoom-in'],
    ['Ctrl and minus', { key: '-', code: 'Minus', with: 'Ctrl' }, 'canvas.zoom-out'],
    [
      'Ctrl and the minus of the numpad',
      { key: '-', code: 'NumpadSubtract', with: 'Ctrl' },
      'canvas.zoom-out',
    ],
    ['Ctrl and zero', { key: '0', code: 'Digit0', with: 'Ctrl' }, 'canvas.fit'],
    ['Ctrl and the zero of the numpad', { key: '0', code: 'Numpad0', with: 'Ctrl' }, 'canvas.fit'],
    ['Ctrl, Shift and the French zero', { key: '0', code: 'Digit0', with: 'Ctrl+Shift' }, 'canvas.fit'],
    ['C', { key: 'c', code: 'KeyC' }, 'canvas.connect'],
    ['C with Caps Lock', { key: 'C', code: 'KeyC' }, 'canvas.connect'],
    ['its place on a Russian keyboard', { key: 'с', code: 'KeyC' }, 'canvas.connect'],
    ['Ctrl+Z', { key: 'z', code: 'KeyZ', with: 'Ctrl' }, 'edit.undo'],
    ['Ctrl+Z where Y is on a US keyboard', { key: 'z', code: 'KeyY', with: 'Ctrl' }, 'edit.undo'],
    ['Ctrl+Z on a Greek keyboard', { key: 'ζ', code: 'KeyZ', with: 'Ctrl' }, 'edit.undo'],
    ['Ctrl+Shift+Z', { key: 'Z', code: 'KeyZ', with: 'Ctrl+Shift' }, 'edit.redo'],
    ['Ctrl+Tab', { key: 'Tab', code: 'Tab', with: 'Ctrl' }, 'tab.next'],
    ['Ctrl+Shift+Tab', { key: 'Tab', code: 'Tab', with: 'Ctrl+Shift' }, 'tab.previous'],
    ['Alt+1 on a French keyboard', { key: '&', code: 'Digit1', with: 'Alt' }, 'side-bar.flows'],
    ['Shift+F5', { key: 'F5', code: 'F5', with: 'Shift' }, 'run.stop'],
  ])('%s is that of its command', (_words, press, id) => {
    expect(named(press)).toBe(keysOf(id));
  });

  it.each<[string, Press]>([
    ['a capital C', { key: 'C', code: 'KeyC', with: 'Shift' }],
    ['the question mark', { key: '?', code: 'Slash', with: 'Shift' }],
    ['Alt and the slash', { key: '/', code: 'Slash', with: 'Alt' }],
  ])('%s is that of no command', (_words, press) => {
    expect([...keyMap({}, false).byKeys.keys()]).not.toContain(named(press));
  });

  it('on macOS is named with the command key, and by place where Option types another character', () => {
    expect(named({ key: 'z', code: 'KeyZ', with: 'Meta+Shift' }, true)).toBe(keysOf('edit.redo', true));
    expect(named({ key: '¡', code: 'Digit1', with: 'Alt' }, true)).toBe(keysOf('side-bar.flows', true));
    expect(named({ key: 'Tab', code: 'Tab', with: 'Ctrl' }, true)).toBe(keysOf('tab.next', true));
  });
});

describe('the command list', () => {
  it.each([false, true])('gives no two commands the same keys (macOS: %s)', (isMac) => {
    const all = commands.flatMap(({ id }) => defaultKeys(id, isMac));
    expect(new Set(all).size).toBe(all.length);
  });
});
