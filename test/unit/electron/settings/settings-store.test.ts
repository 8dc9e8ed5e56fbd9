// Settings come back at the next start, also where a newer version or a person wrote them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openSettings } from '#electron/settings/settings-store.ts';
import { withRecentWorkspace } from '#electron/settings/recent-workspaces.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { openConf } from '../../../support/open-conf.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const open = () => openSettings(folder.file('data'), { openStore: openConf });

const defaults: Settings = {
  theme: 'system',
  window: null,
  recentWorkspaces: [],
  lastWorkspace: null,
  vaultKeeper: 'system',
  history: { mostRuns: 200, mostMegabytes: 500 },
  defaults: {
    timeouts: { connectMs: 10_000, responseMs: 30_000, idleMs: 30_000, totalMs: null },
    retry: {
      retries: 0,
      firstDelayMs: 500,
      factor: 2,
      longestDelayMs: 30_000,
      jitter: 'full',
      onFailure: true,
      codes: [408, 425, 429, 500, 502, 503, 504],
      repeatUnsafe: false,
      honourRetryAfter: true,
    },
  },
  proxy: { mode: 'system' },
  keys: {},
};
const shop = { folder: '/home/anna/shop', name: 'Acme Shop', openedAt: '2025-03-04T10:20:30.000Z' };

async function write(content: object) {
  await mkdir(folder.file('data'), { recursive: true });
  await writeFile(folder.file('data', 'settings.json'), JSON.stringify(content));
}

describe('settings', () => {
  it('have defaults at the first start', () => {
    expect(open().read()).toEqual(defaults);
  });

  it('are there again after a new start', () => {
    const window = { x: 10, y: 20, width: 1280, height: 800, maximized: false };
    expect(open().change({ theme: 'dark', window })).toEqual({ ...defaults, theme: 'dark', window });
    expect(open().read()).toEqual({ ...defaults, theme: 'dark', window });
  });

  it('are told to those who listen, until they stop', () => {
    const settings = open();
    const heard: string[] = [];
    const stop = settings.onChange(({ theme }) => heard.push(theme));
    settings.change({ theme: 'dark' });
    settings.change({ theme: 'light' });
    stop();
    settings.change({ theme: 'system' });
    expect(heard).toEqual(['dark', 'light']);
  });

  it.each([
    ['a theme that does not exist', { theme: 'pink', lastWorkspace: '/a' }, { lastWorkspace: '/a' }],
    ['a window without a size', { window: { x: 1 }, theme: 'dark' }, { theme: 'dark' }],
    ['recent workspaces that are none', { recentWorkspaces: 'shop', theme: 'dark' }, { theme: 'dark' }],
    ['nothing right at all', { theme: 1, window: 'big', recentWorkspaces: {}, vaultKeeper: null }, {}],
  ])('take one default and keep the others for %s', async (_, content, kept) => {
    await write(content);
    expect(open().read()).toEqual({ ...defaults, ...kept });
  });

  it('keep what a newer version wrote', async () => {
    await write({
      theme: 'dark',
      density: 'compact',
      window: { width: 1, height: 2, maximized: true, display: 3 },
    });
    const settings = open();
    expect(settings.read()).toMatchObject({
      theme: 'dark',
      window: { width: 1, height: 2, maximized: true },
    });
    settings.change({ theme: 'light' });
    expect(JSON.parse(await readFile(folder.file('data', 'settings.json'), 'utf8'))).toMatchObject({
      density: 'compact',
      theme: 'light',
    });
  });
});

describe('recent workspaces', () => {
  it('begin with the one that was opened last, which is opened again at the next start', () => {
    const settings = open();
    settings.remember(shop);
    settings.remember({ ...shop, folder: '/home/anna/bank', name: 'Bank' });
    expect(open().read()).toMatchObject({
      lastWorkspace: '/home/anna/bank',
      recentWorkspaces: [{ name: 'Bank' }, { name: 'Acme Shop' }],
    });
  });

  it('hold a folder once, under its present name', () => {
    const bank = { ...shop, folder: '/home/anna/bank', name: 'Bank' };
    const again = { ...shop, name: 'Acme Shop 2', openedAt: '2025-03-05T00:00:00.000Z' };
    expect(withRecentWorkspace([bank, shop], again)).toEqual([again, bank]);
  });

  it('are ten at most', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ ...shop, folder: `/${String(index)}` }));
    const list = withRecentWorkspace(many, shop);
    expect(list).toHaveLength(10);
    expect(list[0]).toBe(shop);
    expect(list.at(-1)?.folder).toBe('/8');
  });

  it('lose one that is not there any more', () => {
    const settings = open();
    settings.remember({ ...shop, folder: '/home/anna/bank' });
    settings.remember(shop);
    settings.forget(shop.folder);
    expect(settings.read()).toMatchObject({
      lastWorkspace: null,
      recentWorkspaces: [{ folder: '/home/anna/bank' }],
    });
    settings.forget('/home/anna/bank');
    expect(open().read().recentWorkspaces).toEqual([]);
  });
});
