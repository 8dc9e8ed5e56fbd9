// Cookies outlive the application through the vault alone: encrypted, never lost to a key store that fails, never in clear.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CookieJars, createCookieJars } from '#electron/cookies/cookie-jars.ts';
import type { Vault } from '#electron/vault/vault.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import { openTestVault, shopWorkspace, tokenOf, tokenPlace } from '../../support/open-vault.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const folder = useTemporaryFolder();
const local = 'en_localalocala' as EnvironmentId;
const url = new URL('https://shop.example/');
const canary = 'c4nary-cookie-value';

/** The jars of a start of the application, what they told, and what they noted. */
function started(vault: Vault) {
  const notes: string[] = [];
  const changes: (string | null)[] = [];
  const jars = createCookieJars({
    workspaceId: shopWorkspace,
    vault,
    onValue: () => undefined,
    onChange: (environmentId) => changes.push(environmentId),
    note: (sentence) => notes.push(sentence),
  });
  return { jars, notes, changes };
}

async function keep(jars: CookieJars, lines: readonly string[], environmentId: EnvironmentId | null = null) {
  const { jar } = await jars.jarOf(environmentId);
  jar.keep(url, lines);
}

async function sent(jars: CookieJars, environmentId: EnvironmentId | null = null) {
  const { jar } = await jars.jarOf(environmentId);
  return jar.cookiesFor(url).map(({ name, value }) => `${name}=${value}`);
}

const lasting = `sid=${canary}; Max-Age=3600`;

describe('The cookies of a workspace', () => {
  it('are there after the next start where they have an end, each environment with its own', async () => {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    await keep(jars, [lasting, 'session=1']);
    await keep(jars, ['sid=local; Max-Age=3600'], local);
    await jars.settle();
    expect(await sent(jars)).toEqual([`sid=${canary}`, 'session=1']);
    const next = started(test.restarted()).jars;
    expect(await sent(next)).toEqual([`sid=${canary}`]);
    expect(await sent(next, local)).toEqual(['sid=local']);
    expect(await next.view(null)).toMatchObject({
      cookies: [{ name: 'sid', domain: 'shop.example', path: '/', hostOnly: true }],
      keeping: { state: 'kept', message: '' },
    });
  });

  it('are on the disk encrypted as a whole, beside the secrets', async () => {
    const test = openTestVault(folder.path);
    await test.vault.set(tokenPlace, 'the token');
    const { jars } = started(test.vault);
    await keep(jars, [lasting, 'session=1']);
    await jars.settle();
    expect(await bytesFound([folder.path], canary)).toEqual([]);
    expect(await readFile(test.file, 'utf8')).not.toMatch(/"sid"|shop\.example\//);
    expect(await tokenOf(test.vault)).toBe('set: the token');
    expect((await test.vault.status(shopWorkspace)).message).not.toContain('cannot open');
  });

  it('leave nothing behind when the last one with an end is gone', async () => {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    await keep(jars, [lasting]);
    await jars.settle();
    await keep(jars, ['sid=; Max-Age=0', 'session=1']);
    await jars.settle();
    expect(JSON.parse(await readFile(test.file, 'utf8'))).toMatchObject({ secrets: [] });
  });

  it('are written once for what comes while another write is under way, and not where nothing changed', async () => {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    const { jar } = await jars.jarOf(null);
    for (let number = 0; number < 50; number += 1) jar.keep(url, [`c${String(number)}=1; Max-Age=3600`]);
    jar.keep(url, ['session=1']);
    await jars.settle();
    expect(test.store.encryptions).toBeLessThanOrEqual(2);
    expect(await sent(started(test.restarted()).jars)).toHaveLength(50);
    const before = test.store.encryptions;
    jar.keep(url, ['session=2']);
    await jars.settle();
    expect(test.store.encryptions).toBe(before);
  });

  it('may be many: a jar has no limit of a secret', async () => {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    const large = Array.from({ length: 60 }, (_, at) => `c${String(at)}=${'x'.repeat(4000)}; Max-Age=3600`);
    await keep(jars, large);
    await jars.settle();
    expect(await sent(started(test.restarted()).jars)).toHaveLength(60);
  });

  it('are removed one by one, and all at once, for good', async () => {
    const test = openTestVault(folder.path);
    const { jars, changes } = started(test.vault);
    await keep(jars, [lasting, 'b=2; Max-Age=3600', 'session=1']);
    const removed = await jars.remove(null, { name: 'sid', domain: 'shop.example', path: '/' });
    expect(removed).toMatchObject({ ok: true, value: { cookies: [{ name: 'b' }, { name: 'session' }] } });
    expect(changes.length).toBeGreaterThanOrEqual(2);
    expect(await sent(started(test.restarted()).jars)).toEqual(['b=2']);
    expect(await jars.clear(null)).toMatchObject({ ok: true, value: { cookies: [] } });
    expect(await sent(jars)).toEqual([]);
    expect(await sent(started(test.restarted()).jars)).toEqual([]);
  });
});

describe('A key store', () => {
  async function withCookies() {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    await keep(jars, [lasting, 'b=2; Max-Age=3600']);
    await jars.settle();
    return test;
  }

  it('that is locked loses no cookie: kept and new ones are together once it is open', async () => {
    const test = await withCookies();
    test.store.isLocked = true;
    const { jars, notes } = started(test.restarted());
    expect((await jars.jarOf(null)).trouble).toMatch(/locked, so they are not sent. Unlock/);
    await keep(jars, ['new=3; Max-Age=3600', 'b=; Max-Age=0']);
    expect(await sent(jars)).toEqual(['new=3']);
    expect((await jars.view(null)).keeping).toMatchObject({ state: 'unread' });
    expect(notes).toHaveLength(1);
    test.store.isLocked = false;
    expect((await sent(jars)).sort()).toEqual(['new=3', `sid=${canary}`]);
    expect((await jars.view(null)).keeping).toEqual({ state: 'kept', message: '' });
    await jars.settle();
    expect((await sent(started(test.restarted()).jars)).sort()).toEqual(['new=3', `sid=${canary}`]);
  });

  it('that stays locked until the end leaves what was kept as it is', async () => {
    const test = await withCookies();
    test.store.isLocked = true;
    const { jars } = started(test.restarted());
    await keep(jars, ['new=3; Max-Age=3600']);
    await jars.settle();
    test.store.isLocked = false;
    expect(await sent(started(test.restarted()).jars)).toEqual([`sid=${canary}`, 'b=2']);
  });

  it('that has another key leaves what was kept until the cookies are cleared', async () => {
    const test = await withCookies();
    const bringBack = test.store.changeKey();
    const { jars } = started(test.restarted());
    await keep(jars, ['new=3; Max-Age=3600']);
    await jars.settle();
    expect(await sent(jars)).toEqual(['new=3']);
    expect((await jars.view(null)).keeping).toMatchObject({
      state: 'unread',
      message: expect.stringContaining('until you clear the cookies') as string,
    });
    bringBack();
    expect(await sent(started(test.restarted()).jars)).toEqual([`sid=${canary}`, 'b=2']);
    test.store.changeKey();
    const later = started(test.restarted()).jars;
    expect(await later.clear(null)).toMatchObject({ ok: true });
    await keep(later, ['new=4; Max-Age=3600']);
    await later.settle();
    expect(await sent(started(test.restarted()).jars)).toEqual(['new=4']);
  });

  it('that does not take the cookies is told, and tried again', async () => {
    const test = openTestVault(folder.path);
    const { jars, notes } = started(test.vault);
    test.store.isBroken = true;
    await keep(jars, [lasting]);
    await jars.settle();
    const { keeping } = await jars.view(null);
    expect(keeping).toMatchObject({ state: 'not-kept' });
    expect(keeping.message).toContain('could not be kept for the next start');
    expect(JSON.stringify([keeping, notes])).not.toContain('c4nary');
    expect(notes.length).toBeGreaterThan(0);
    expect(await sent(jars)).toEqual([`sid=${canary}`]);
    test.store.isBroken = false;
    await jars.settle();
    expect((await jars.view(null)).keeping.state).toBe('kept');
    expect(await sent(started(test.restarted()).jars)).toEqual([`sid=${canary}`]);
  });

  it('that throws whatever it is asked costs no call its cookies', async () => {
    const refused = () => Promise.reject(new Error(`refused ${canary}`));
    const { jars, notes } = started({
      ...openTestVault(folder.path).vault,
      read: refused,
      set: refused,
      forget: refused,
    });
    await keep(jars, [lasting]);
    await jars.settle();
    expect(await sent(jars)).toEqual([`sid=${canary}`]);
    expect((await jars.view(null)).keeping.state).toBe('unread');
    expect(await jars.clear(null)).toMatchObject({ ok: false, failure: { code: 'not-written' } });
    expect(JSON.stringify(notes)).not.toContain('c4nary');
  });

  it('that hides nothing gets nothing: cookies live in memory, and the choice to do so is heard of', async () => {
    const test = openTestVault(folder.path, testKeyStore('basic_text'));
    const { jars } = started(test.vault);
    await keep(jars, [lasting]);
    await jars.settle();
    expect((await jars.view(null)).keeping).toMatchObject({ state: 'not-kept' });
    await test.vault.useSession(shopWorkspace);
    await jars.settle();
    expect((await jars.view(null)).keeping).toMatchObject({ state: 'session' });
    expect(await sent(jars)).toEqual([`sid=${canary}`]);
    await expect(readFile(test.file)).rejects.toThrow('ENOENT');
    expect(await bytesFound([folder.path], canary)).toEqual([]);
  });
});

describe('A damaged entry', () => {
  const damaged = async (change: (text: string) => string) => {
    const test = openTestVault(folder.path);
    await test.vault.set(tokenPlace, 'the token');
    const { jars } = started(test.vault);
    await keep(jars, [lasting]);
    await jars.settle();
    await writeFile(test.file, change(await readFile(test.file, 'utf8')));
    return test;
  };
  const ofCookies = (text: string, change: (data: string) => string) => {
    const contents = JSON.parse(text) as { secrets: { slot: string; data: string }[] };
    for (const record of contents.secrets) if (record.slot === 'cookies') record.data = change(record.data);
    return JSON.stringify(contents);
  };

  it('costs the cookies and nothing else, and is not written over', async () => {
    const test = await damaged((text) =>
      ofCookies(text, (data) => `${data.slice(0, 60)}AAAA${data.slice(64)}`),
    );
    const before = await readFile(test.file, 'utf8');
    const vault = test.restarted();
    const { jars } = started(vault);
    await keep(jars, ['new=3; Max-Age=3600']);
    await jars.settle();
    expect((await jars.jarOf(null)).trouble).toMatch(/cannot be opened/);
    expect(await readFile(test.file, 'utf8')).toBe(before);
    expect(await tokenOf(vault)).toBe('set: the token');
    expect(await jars.clear(null)).toMatchObject({ ok: true });
    await keep(jars, ['new=4; Max-Age=3600']);
    await jars.settle();
    expect(await sent(started(test.restarted()).jars)).toEqual(['new=4']);
    expect(await tokenOf(test.restarted())).toBe('set: the token');
  });

  it('of another jar is no use here', async () => {
    const test = openTestVault(folder.path);
    const { jars } = started(test.vault);
    await keep(jars, [lasting], local);
    await jars.settle();
    const text = (await readFile(test.file, 'utf8')).replace(`"${local}"`, `"${shopWorkspace}"`);
    await writeFile(test.file, text);
    expect((await started(test.restarted()).jars.jarOf(null)).trouble).toMatch(/cannot be opened/);
  });

  it('in a file that is damaged as a whole gives way to a new one only when the cookies are cleared', async () => {
    const test = await damaged((text) => text.slice(0, -20));
    const { jars } = started(test.restarted());
    await keep(jars, ['new=3; Max-Age=3600']);
    await jars.settle();
    expect((await jars.jarOf(null)).trouble).toMatch(/cannot be opened/);
    expect(await jars.clear(null)).toMatchObject({ ok: true });
    expect(await readFile(`${test.file}.damaged-1`, 'utf8')).toContain('"cookies"');
  });
});
