// The life of a passphrase over real files: chosen, given, wrong, changed, given up, forgotten.
import { mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Vault } from '#electron/vault/vault.ts';
import {
  openPassphraseVault,
  otherPassphrase,
  otherPlace,
  passphrase,
  type PassphraseVault,
} from '../../support/open-passphrase-vault.ts';
import {
  clientSlot,
  shopEndpoint,
  shopOrigin,
  shopWorkspace,
  tokenOf,
  tokenPlace,
  tokenSlot,
} from '../../support/open-vault.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const folder = useTemporaryFolder();
const done = { ok: true, value: null };
const token = 'tok-canary-4f9a2b';
const otherToken = 'tok-canary-other-77';

/** A vault with a token in each of two workspaces, all under the passphrase. */
async function filled(): Promise<PassphraseVault> {
  const test = openPassphraseVault(folder.path);
  expect(await test.vault.passphrase.choose(passphrase)).toEqual(done);
  expect(await test.vault.set(tokenPlace, token)).toEqual(done);
  expect(await test.vault.set(otherPlace, otherToken)).toEqual(done);
  return test;
}

async function keeperOf(vault: Vault) {
  return (await vault.status(shopWorkspace)).keeper;
}

async function stateOf(vault: Vault) {
  const states = await vault.states(shopWorkspace, shopEndpoint, [tokenSlot], shopOrigin);
  return states.ok ? states.value[0]?.state : states.failure.code;
}

describe('a passphrase over secrets', () => {
  it('keeps them over a new start, once it was given, for every workspace', async () => {
    const { fileOf, keys, restarted, vault } = await filled();
    expect(await keeperOf(vault)).toBe('passphrase');
    const next = restarted();
    expect(await keeperOf(next)).toBe('passphrase-locked');
    expect(await tokenOf(next)).toBe('locked');
    expect(await stateOf(next)).toBe('set');
    expect(await next.set({ ...tokenPlace, slot: clientSlot }, 'new')).toMatchObject({
      failure: { code: 'passphrase-locked' },
    });
    expect(await next.passphrase.unlock(passphrase)).toEqual(done);
    expect([await tokenOf(next), await tokenOf(next, otherPlace)]).toEqual([
      `set: ${token}`,
      `set: ${otherToken}`,
    ]);
    await next.passphrase.lock();
    expect([await keeperOf(next), await tokenOf(next)]).toEqual(['passphrase-locked', 'locked']);
    for (const file of [keys, fileOf(shopWorkspace)]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const canary of [token, otherToken, passphrase])
      expect(await bytesFound([folder.path], canary)).toEqual([]);
  });

  it('takes along what was entered for the session, with its date and in the trash', async () => {
    const { restarted, vault } = openPassphraseVault(folder.path);
    await vault.useSession(shopWorkspace);
    await vault.set(tokenPlace, token);
    await vault.set(otherPlace, otherToken);
    await vault.trash(otherPlace.workspaceId, shopEndpoint);
    expect(await vault.passphrase.choose(passphrase)).toEqual(done);
    expect([await keeperOf(vault), await tokenOf(vault)]).toEqual(['passphrase', `set: ${token}`]);
    const next = restarted();
    await next.passphrase.unlock(passphrase);
    await next.restore(otherPlace.workspaceId, shopEndpoint);
    expect([await tokenOf(next), await tokenOf(next, otherPlace)]).toEqual([
      `set: ${token}`,
      `set: ${otherToken}`,
    ]);
  });

  it('takes along what was entered for the session in every clone of a workspace, each into its own file', async () => {
    let clone = 'first';
    const { fileOf, restarted, vault } = openPassphraseVault(folder.path, undefined, () => clone);
    await vault.useSession(shopWorkspace);
    await vault.set(tokenPlace, token);
    clone = 'second';
    await vault.set(tokenPlace, otherToken);
    expect(await vault.passphrase.choose(passphrase)).toEqual(done);
    const next = restarted();
    await next.passphrase.unlock(passphrase);
    expect(await tokenOf(next)).toBe(`set: ${otherToken}`);
    clone = 'first';
    expect([await tokenOf(vault), await tokenOf(next)]).toEqual([`set: ${token}`, `set: ${token}`]);
    const records = JSON.parse(await readFile(fileOf(shopWorkspace), 'utf8')) as { secrets: unknown[] };
    expect(records.secrets).toHaveLength(1);
  });

  it('leaves in the session what one clone cannot take, and takes the others', async () => {
    let clone = 'first';
    const { fileOf, vault } = openPassphraseVault(folder.path, undefined, () => clone);
    await vault.useSession(shopWorkspace);
    await vault.set(tokenPlace, token);
    // A file of a newer version stays as it is.
    await mkdir(path.dirname(fileOf(shopWorkspace)), { recursive: true });
    await writeFile(fileOf(shopWorkspace), JSON.stringify({ format: 'flowbench.vault', version: 99 }));
    clone = 'second';
    await vault.set(tokenPlace, otherToken);
    expect(await vault.passphrase.choose(passphrase)).toMatchObject({ ok: false });
    expect(await tokenOf(vault)).toBe(`set: ${otherToken}`);
    expect(await readFile(fileOf(shopWorkspace), 'utf8')).toContain('passphrase');
    clone = 'first';
    await unlink(fileOf(shopWorkspace));
    expect(await tokenOf(vault)).toBe(`set: ${token}`);
  });

  it('is refused where it is short, or where there is one already', async () => {
    const { vault } = openPassphraseVault(folder.path);
    expect(await vault.passphrase.choose('eleven char')).toMatchObject({
      failure: { code: 'passphrase-short' },
    });
    expect(await keeperOf(vault)).toBe('undecided');
    await vault.passphrase.choose(passphrase);
    expect(await vault.passphrase.choose(otherPassphrase)).toMatchObject({
      failure: { code: 'passphrase-there' },
    });
  });

  it('tells a wrong one without any secret, changes nothing for it, and is ever slower', async () => {
    const { fileOf, keys, restarted, waits } = await filled();
    const before = await Promise.all([keys, fileOf(shopWorkspace)].map((file) => readFile(file, 'utf8')));
    const next = restarted();
    for (const wrong of ['', `${passphrase} `, passphrase.toUpperCase()])
      expect(await next.passphrase.unlock(wrong)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(await next.passphrase.change('wrong words entirely', otherPassphrase)).toMatchObject({
      failure: { code: 'passphrase-wrong' },
    });
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    const after = await Promise.all([keys, fileOf(shopWorkspace)].map((file) => readFile(file, 'utf8')));
    expect(after).toEqual(before);
    expect(await next.passphrase.unlock(passphrase)).toEqual(done);
    await next.passphrase.lock();
    await next.passphrase.unlock('wrong again, first');
    expect(waits.at(-1)).toBe(500);
  });
});

describe('another passphrase', () => {
  it('opens everything, which is encrypted again with a new key; the old one opens nothing', async () => {
    const { fileOf, keys, restarted, vault } = await filled();
    const [oldKeys, oldVault] = await Promise.all(
      [keys, fileOf(shopWorkspace)].map((file) => readFile(file)),
    );
    expect(await vault.passphrase.change(passphrase, otherPassphrase)).toEqual(done);
    expect(await tokenOf(vault)).toBe(`set: ${token}`);
    const next = restarted();
    expect(await next.passphrase.unlock(passphrase)).toMatchObject({ ok: false });
    expect(await next.passphrase.unlock(otherPassphrase)).toEqual(done);
    expect([await tokenOf(next), await tokenOf(next, otherPlace)]).toEqual([
      `set: ${token}`,
      `set: ${otherToken}`,
    ]);
    // Whoever has an old copy of the keys, and the old passphrase, opens what was encrypted then, and nothing of now.
    await writeFile(keys, oldKeys!);
    const thief = restarted();
    expect(await thief.passphrase.unlock(passphrase)).toEqual(done);
    expect(await tokenOf(thief)).toBe('unreadable');
    await writeFile(fileOf(shopWorkspace), oldVault!);
    expect(await tokenOf(thief)).toBe(`set: ${token}`);
  });

  it('keeps the older key as long as a vault cannot be read, and finishes with the next start', async () => {
    const { fileOf, keys, restarted, vault } = await filled();
    const hidden = await readFile(fileOf(otherPlace.workspaceId));
    await writeFile(fileOf(otherPlace.workspaceId), '{ damaged');
    expect(await vault.passphrase.change(passphrase, otherPassphrase)).toEqual(done);
    const sizeWithBoth = (await stat(keys)).size;
    await writeFile(fileOf(otherPlace.workspaceId), hidden);
    expect(await tokenOf(vault, otherPlace)).toBe(`set: ${otherToken}`);
    const next = restarted();
    expect(await next.passphrase.unlock(otherPassphrase)).toEqual(done);
    expect((await stat(keys)).size).toBeLessThan(sizeWithBoth);
    expect([await tokenOf(next), await tokenOf(next, otherPlace)]).toEqual([
      `set: ${token}`,
      `set: ${otherToken}`,
    ]);
  });
});

describe('the end of a passphrase', () => {
  it('by forgetting it takes what is under it, says how much that is, and leaves the rest', async () => {
    const { fileOf, restarted, store } = await filled();
    store.backend = 'kwallet6';
    const withStore = openPassphraseVault(path.join(folder.path, 'none'), store).vault;
    expect(await withStore.passphrase.under()).toEqual({ secrets: 0, workspaces: 0 });
    store.backend = 'basic_text';

    const locked = restarted();
    expect(await locked.passphrase.under()).toEqual({ secrets: 2, workspaces: 2 });
    expect(await locked.passphrase.forget()).toEqual(done);
    expect([await keeperOf(locked), await tokenOf(locked), await tokenOf(locked, otherPlace)]).toEqual([
      'undecided',
      'missing',
      'missing',
    ]);
    expect(JSON.parse(await readFile(fileOf(shopWorkspace), 'utf8'))).toMatchObject({
      secrets: [],
      trash: [],
    });
    expect(await locked.passphrase.choose(otherPassphrase)).toEqual(done);
  });

  it('waits for a change that is under way, and a change for it', async () => {
    const { vault } = await filled();
    const all = await Promise.all([
      vault.passphrase.change(passphrase, otherPassphrase),
      vault.passphrase.forget(),
      vault.passphrase.change(otherPassphrase, passphrase),
    ]);
    expect(all.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(await keeperOf(vault)).toBe('undecided');
  });

  it('leaves what the key store keeps when it is forgotten', async () => {
    const store = testKeyStore('kwallet6');
    const { restarted, vault } = openPassphraseVault(folder.path, store);
    await vault.set({ ...tokenPlace, slot: clientSlot }, 'of the key store');
    store.isLocked = true;
    expect(await vault.passphrase.choose(passphrase)).toEqual(done);
    await vault.set(tokenPlace, token);
    expect(await tokenOf(vault, { slot: clientSlot })).toBe('locked');
    store.isLocked = false;
    expect(await tokenOf(vault, { slot: clientSlot })).toBe('set: of the key store');
    const next = restarted();
    await next.passphrase.forget();
    expect([await tokenOf(next), await tokenOf(next, { slot: clientSlot })]).toEqual([
      'missing',
      'set: of the key store',
    ]);
  });

  it('by a key store that came later is offered, and done only when it is asked for', async () => {
    const { keys, restarted, store } = await filled();
    store.backend = 'kwallet6';
    const next = restarted();
    expect(await next.status(shopWorkspace)).toMatchObject({ keeper: 'passphrase-locked', movable: true });
    expect(await next.passphrase.moveToKeyStore()).toMatchObject({ failure: { code: 'passphrase-locked' } });
    await next.passphrase.unlock(passphrase);
    expect(await next.status(shopWorkspace)).toMatchObject({ keeper: 'passphrase', movable: true });
    store.isBroken = true;
    const refused = await next.passphrase.moveToKeyStore();
    expect(refused).toMatchObject({ failure: { code: 'not-written' } });
    expect(JSON.stringify(refused)).not.toContain('canary');
    store.isBroken = false;
    expect(await tokenOf(next)).toBe(`set: ${token}`);
    expect(await next.passphrase.moveToKeyStore()).toEqual(done);
    expect(await next.status(shopWorkspace)).toMatchObject({ keeper: 'system', backend: 'kwallet6' });
    await expect(stat(keys)).rejects.toThrow();
    const last = restarted();
    expect([await tokenOf(last), await tokenOf(last, otherPlace)]).toEqual([
      `set: ${token}`,
      `set: ${otherToken}`,
    ]);
  });
});

describe('keys that are damaged or gone', () => {
  it('are told, never overwritten, and come back with a copy', async () => {
    const { keys, restarted } = await filled();
    const copy = await readFile(keys, 'utf8');
    await writeFile(keys, copy.slice(0, 100));
    const next = restarted();
    expect(await keeperOf(next)).toBe('passphrase-locked');
    expect(await next.passphrase.unlock(passphrase)).toMatchObject({
      failure: { code: 'unreadable', message: expect.stringContaining('damaged') as string },
    });
    expect(await next.passphrase.choose(otherPassphrase)).toMatchObject({ ok: false });
    await writeFile(keys, copy.replace('"version": 1', '"version": 2'));
    expect(await next.passphrase.unlock(passphrase)).toMatchObject({
      failure: { message: expect.stringContaining('newer Flowbench') as string },
    });
    await writeFile(keys, copy.replace('"n": 1024', '"n": 1073741824'));
    expect(await next.passphrase.unlock(passphrase)).toMatchObject({ failure: { code: 'unreadable' } });
    await writeFile(keys, copy);
    expect(await next.passphrase.unlock(passphrase)).toEqual(done);
    expect(await tokenOf(next)).toBe(`set: ${token}`);
  });

  it('leave secrets that say so, and can be entered again', async () => {
    const { keys, restarted } = await filled();
    await unlink(keys);
    const next = restarted();
    expect([await keeperOf(next), await tokenOf(next), await stateOf(next)]).toEqual([
      'undecided',
      'unreadable',
      'unreadable',
    ]);
    await next.passphrase.choose(otherPassphrase);
    expect(await next.set(tokenPlace, 'entered again')).toEqual(done);
    expect(await tokenOf(next)).toBe('set: entered again');
  });
});
