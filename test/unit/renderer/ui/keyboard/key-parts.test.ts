// Key caps are drawn from accelerators and have to read as each system's people write them.
import { describe, expect, it } from 'vitest';
import { commands } from '#shared/commands/commands.ts';
import { keyParts } from '../../../../../renderer/ui/keyboard/key-parts.ts';

describe('the key caps of an accelerator', () => {
  it.each([
    ['Mod+K', ['Ctrl', 'K']],
    ['Mod+Shift+Enter', ['Ctrl', 'Shift', 'Enter']],
    ['Mod+=', ['Ctrl', '=']],
    ['Mod+-', ['Ctrl', '-']],
    ['Mod++', ['Ctrl', '+']],
    ['+', ['+']],
    ['F2', ['F2']],
    ['/', ['/']],
    ['Delete', ['Del']],
    ['Escape', ['Esc']],
    ['Alt+ArrowUp', ['Alt', '↑']],
    ['', []],
  ])('%s reads %j', (keys, caps) => {
    expect(keyParts(keys, false)).toEqual(caps);
  });

  it.each([
    ['Mod+K', ['⌘', 'K']],
    ['Ctrl+Tab', ['⌃', 'Tab']],
    ['Mod+Alt+B', ['⌘', '⌥', 'B']],
    ['Shift+F5', ['⇧', 'F5']],
  ])('%s reads %j on macOS', (keys, caps) => {
    expect(keyParts(keys, true)).toEqual(caps);
  });

  it('never says Mod to anybody', () => {
    for (const { keys } of commands) expect(keyParts(keys, false)).not.toContain('Mod');
  });
});
