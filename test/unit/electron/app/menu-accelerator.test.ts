// Keys are written once for all systems and have to become what Electron understands.
import { describe, expect, it } from 'vitest';
import { menuAccelerator } from '#electron/app/menu-accelerator.ts';

describe('menuAccelerator', () => {
  it.each([
    ['Mod+N', 'CmdOrCtrl+N'],
    ['Mod+Shift+E', 'CmdOrCtrl+Shift+E'],
    ['Ctrl+Shift+Tab', 'Ctrl+Shift+Tab'],
    ['Mod+=', 'CmdOrCtrl+='],
    ['Mod+-', 'CmdOrCtrl+-'],
    ['Escape', 'Esc'],
    ['Delete', 'Delete'],
    ['/', '/'],
    ['F2', 'F2'],
  ])('writes %s as %s', (keys, accelerator) => {
    expect(menuAccelerator(keys, 'linux')).toBe(accelerator);
  });

  it('shows none where there is none', () => {
    expect(menuAccelerator('', 'linux')).toBeNull();
  });

  it.each(['Escape', 'Delete', '/', 'C'])('leaves %s to the text fields on macOS', (keys) => {
    expect(menuAccelerator(keys, 'darwin')).toBeNull();
  });

  it.each(['F2', 'Mod+C', 'Alt+1'])('gives %s to the menu on macOS too', (keys) => {
    expect(menuAccelerator(keys, 'darwin')).not.toBeNull();
  });
});
