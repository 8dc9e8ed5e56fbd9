// The arrangement of the window is kept for each workspace, apart from its files.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openViewStore } from '#electron/settings/view-store.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { openConf } from '../../../support/open-conf.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const open = (dataFolder = folder.file('ws')) => openViewStore(dataFolder, { openStore: openConf });
const defaults = viewStateSchema.parse({});
const file = () => folder.file('ws', 'view', 'view.json');
const isWritten = () =>
  stat(file()).then(
    () => true,
    () => false,
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the view of a workspace', () => {
  it('has defaults at first', () => {
    expect(open().read()).toEqual(defaults);
  });

  it('is there again after a new start, in a private folder', async () => {
    const view = {
      ...defaults,
      sideBarView: 'endpoints' as const,
      sizes: { inspector: 412.5 },
      minimap: false,
    };
    const store = open();
    store.write(view);
    expect(store.read()).toEqual(view);
    store.close();
    expect(open().read()).toEqual(view);
    expect((await stat(folder.file('ws', 'view'))).mode & 0o777).toBe(0o700);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('is written a moment after the first of many changes, and once', async () => {
    const store = open();
    for (const width of [300, 310, 320]) {
      store.write({ ...defaults, sizes: { inspector: width } });
      expect(await isWritten()).toBe(false);
      vi.advanceTimersByTime(100);
    }
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ sizes: { inspector: 320 } });
    await writeFile(file(), '{}');
    store.close();
    expect(await readFile(file(), 'utf8')).toBe('{}');
  });

  it('is one for each workspace', () => {
    const [one, other] = [open(folder.file('one')), open(folder.file('other'))];
    one.write({ ...defaults, minimap: false });
    one.close();
    expect(other.read().minimap).toBe(true);
    expect(open(folder.file('one')).read().minimap).toBe(false);
  });

  it('takes defaults for what it cannot read, and keeps the rest', async () => {
    await mkdir(folder.file('ws', 'view'), { recursive: true });
    await writeFile(
      file(),
      JSON.stringify({ panelTab: 'nonsense', minimap: false, tabs: [{ type: 'welcome', pinned: 1 }] }),
    );
    expect(open().read()).toEqual({ ...defaults, minimap: false, tabs: [{ type: 'welcome' }] });
  });
});
