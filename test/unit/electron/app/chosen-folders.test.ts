// The page may open only folders that a person chose; this list is what it is held against.
import { describe, expect, it } from 'vitest';
import { chosenFolders } from '#electron/app/chosen-folders.ts';

describe('chosenFolders', () => {
  it('knows what was open before and what was chosen since, and nothing else', () => {
    const recent = [{ folder: '/home/ann/shop', name: 'Shop', openedAt: '2026-03-01T10:00:00.000Z' }];
    const chosen = chosenFolders(() => recent);
    expect(chosen.has('/home/ann/shop')).toBe(true);
    expect(chosen.has('/home/ann')).toBe(false);
    chosen.add('/srv/crm');
    expect(chosen.has('/srv/crm')).toBe(true);
    recent.length = 0;
    expect(chosen.has('/home/ann/shop')).toBe(false);
  });
});
