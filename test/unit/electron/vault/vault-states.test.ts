// Key stores of desktops are locked, lost or missing; each is a state with a way on, and never a loss.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemCipher } from '#electron/vault/system-cipher.ts';
import { createVault } from '#electron/vault/vault.ts';
import {
  clientSlot,
  openTestVault,
  shopEndpoint,
  shopOrigin,
  shopWorkspace,
  type TestVault,
  tokenOf,
  tokenPlace,
  tokenSlot,
} from '../../../support/open-vault.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { testKeyStore } from '../../../support/test-key-store.ts';

const folder = useTemporaryFolder();
let test: TestVault;

beforeEach(async () => {
  test = openTestVault(folder.path);
  await test.vault.set(tokenPlace, 'the first token');
});

const content = () => readFile(test.file, 'utf8');
const status = async () => test.vault.status(shopWorkspace);

async function stateOfToken() {
  const states = await test.vault.states(shopWorkspace, shopEndpoint, [tokenSlot], shopOrigin);
  return states.ok ? states.value[0]!.state : states.failure.code;
}

describe('a key store that works', () => {
  it('is named in the status', async () => {
    expect(await status()).toEqual({
      keeper: 'system',
      backend: 'gnome_libsecret',
      message: 'Secrets are kept by the key store of the system (gnome_libsecret).',
    });
    expect(await test.vault.status()).toMatchObject({ keeper: 'system' });
  });
});

describe('a key store that is locked', () => {
  beforeEach(() => {
    test.store.isLocked = true;
  });

  it('is a state of the vault; what is kept is known and not readable', async () => {
    expect(await status()).toMatchObject({ keeper: 'locked', backend: 'gnome_libsecret' });
    expect(await stateOfToken()).toBe('set');
    expect(await tokenOf(test.vault)).toBe('locked');
    expect(await tokenOf(test.vault, { slot: clientSlot })).toBe('missing');
  });

  it('takes nothing, and loses nothing', async () => {
    const before = await content();
    expect(await test.vault.set(tokenPlace, 'new')).toMatchObject({ ok: false, failure: { code: 'locked' } });
    expect(await test.vault.confirmOrigin({ ...tokenPlace, origin: 'https://b.example' })).toMatchObject({
      ok: false,
      failure: { code: 'locked' },
    });
    expect(await content()).toBe(before);
    test.store.isLocked = false;
    expect(await tokenOf(test.vault)).toBe('set: the first token');
  });

  it('does not hinder forgetting', async () => {
    expect((await test.vault.forget(tokenPlace)).ok).toBe(true);
    expect(await tokenOf(test.vault)).toBe('missing');
  });

  it('is not passed over because the session was chosen at an earlier start', async () => {
    expect(await test.restarted(true).status(shopWorkspace)).toMatchObject({ keeper: 'locked' });
  });
});

describe('a key store that has changed', () => {
  let bringBack: () => void;

  beforeEach(() => {
    bringBack = test.store.changeKey();
  });

  it('is a state of the vault, and no reset: everything stays as it is', async () => {
    const before = await content();
    expect(await status()).toEqual({
      keeper: 'changed',
      backend: 'gnome_libsecret',
      message:
        'The key store of the system is not the one that kept these secrets. They are left as they are: bring the old one back, or enter them again.',
    });
    expect(await stateOfToken()).toBe('unreadable');
    expect(await tokenOf(test.vault)).toBe('unreadable');
    expect(await test.vault.confirmOrigin({ ...tokenPlace, origin: 'https://b.example' })).toMatchObject({
      ok: false,
      failure: { code: 'unreadable' },
    });
    expect(await content()).toBe(before);
  });

  it('may come back', async () => {
    await status();
    bringBack();
    expect(await status()).toMatchObject({ keeper: 'system' });
    expect(await tokenOf(test.vault)).toBe('set: the first token');
  });

  it('takes secrets that are entered again, and keeps those that are not', async () => {
    bringBack();
    await test.vault.set({ ...tokenPlace, slot: clientSlot }, 'a client');
    bringBack = test.store.changeKey();
    expect((await test.vault.set(tokenPlace, 'entered again')).ok).toBe(true);
    expect(await tokenOf(test.vault)).toBe('set: entered again');
    expect(await status()).toEqual({
      keeper: 'system',
      backend: 'gnome_libsecret',
      message:
        'Secrets are kept by the key store of the system (gnome_libsecret). It cannot open 1 of 2; they are left as they are. Enter them again.',
    });
    bringBack();
    expect(await tokenOf(test.vault, { slot: clientSlot })).toBe('set: a client');
  });

  it('is not said of a workspace that keeps nothing', async () => {
    await test.vault.forget(tokenPlace);
    expect(await status()).toMatchObject({ keeper: 'system' });
  });
});

describe('a system without a key store', () => {
  beforeEach(() => {
    test.store.backend = 'basic_text';
    test = { ...openTestVault(folder.path, test.store) };
  });

  it('is undecided until somebody decides; what a key store kept stays', async () => {
    const before = await content();
    expect(await status()).toMatchObject({ keeper: 'undecided', backend: 'basic_text' });
    expect(await test.vault.set(tokenPlace, 'new')).toMatchObject({
      ok: false,
      failure: { code: 'undecided' },
    });
    expect(await stateOfToken()).toBe('unreadable');
    expect(await tokenOf(test.vault)).toBe('unavailable');
    expect(test.store.encryptions).toBe(1);
    expect(await content()).toBe(before);
  });

  it('keeps secrets for the session once that was chosen, and writes none', async () => {
    const before = await content();
    expect(await test.vault.useSession(shopWorkspace)).toEqual({
      keeper: 'session',
      backend: 'memory',
      message: 'Secrets are kept for this session only, and are gone when Flowbench ends.',
    });
    expect((await test.vault.set(tokenPlace, 'for now')).ok).toBe(true);
    expect(await tokenOf(test.vault)).toBe('set: for now');
    expect(await stateOfToken()).toBe('set');
    expect(await content()).toBe(before);
    expect(await tokenOf(test.restarted())).toBe('unavailable');
  });

  it('does everything for the session that it does for good', async () => {
    await test.vault.useSession();
    await test.vault.set(tokenPlace, 'for now');
    const moved = { ...tokenPlace, origin: 'https://b.example' };
    expect(await tokenOf(test.vault, moved)).toBe('other-origin');
    await test.vault.confirmOrigin(moved);
    expect(await tokenOf(test.vault, moved)).toBe('set: for now');
    await test.vault.trash(shopWorkspace, shopEndpoint);
    expect(await tokenOf(test.vault, moved)).toBe('missing');
    await test.vault.restore(shopWorkspace, shopEndpoint);
    expect(await tokenOf(test.vault, moved)).toBe('set: for now');
    await test.vault.forget(moved);
    expect(await tokenOf(test.vault, moved)).toBe('missing');
  });

  it('does not mix the secrets of two clones of a workspace', async () => {
    let clone = 'one';
    const vault = createVault({
      system: systemCipher(test.store, 'linux'),
      fileOf: () => folder.file(clone, 'vault.json'),
      now: () => test.clock.now,
    });
    await vault.useSession();
    await vault.set(tokenPlace, 'of the first clone');
    clone = 'other';
    expect(await tokenOf(vault)).toBe('missing');
    clone = 'one';
    expect(await tokenOf(vault)).toBe('set: of the first clone');
  });

  it('remembers from an earlier start that the session was chosen', async () => {
    expect(await test.restarted(true).status(shopWorkspace)).toMatchObject({ keeper: 'session' });
  });

  it('keeps for good what is entered again when there is a key store', async () => {
    const store = testKeyStore();
    const later = openTestVault(folder.file('later'), store);
    store.isLocked = true;
    await later.vault.useSession(shopWorkspace);
    await later.vault.set(tokenPlace, 'for now');
    expect(await tokenOf(later.vault)).toBe('set: for now');
    expect(await readdir(folder.path)).not.toContain('later');
  });
});

describe('a vault file that cannot be used', () => {
  it('is told, kept aside when something new is set, and never written over', async () => {
    await writeFile(test.file, '{"format":"flowbench.va');
    expect(await stateOfToken()).toBe('unreadable');
    expect(await tokenOf(test.vault)).toBe('unreadable');
    expect((await status()).message).toContain('vault.json is damaged');
    expect(await test.vault.forget(tokenPlace)).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
    expect(await test.vault.trash(shopWorkspace, shopEndpoint)).toMatchObject({ ok: false });
    expect(await content()).toBe('{"format":"flowbench.va');

    expect(await test.vault.set(tokenPlace, 'entered again')).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.vault)).toBe('set: entered again');
    expect((await readdir(path.dirname(test.file))).sort()).toEqual(['vault.json', 'vault.json.damaged-1']);
    expect(await readFile(`${test.file}.damaged-1`, 'utf8')).toBe('{"format":"flowbench.va');
  });

  it.each([
    ['text', 'hello'],
    ['nothing', ''],
    ['another format', '{"format":"flowbench.flow","version":1,"secrets":[]}'],
    ['a record without data', '{"format":"flowbench.vault","version":1,"secrets":[{"document":"ep_a"}]}'],
  ])('is damaged where it holds %s', async (_, text) => {
    await writeFile(test.file, text);
    const states = await test.vault.states(shopWorkspace, shopEndpoint, [tokenSlot], shopOrigin);
    expect(states).toEqual({
      ok: false,
      failure: {
        code: 'unreadable',
        message: `${test.file} is damaged. The next secret that is set begins a new file, and this one is kept beside it.`,
      },
    });
  });

  it('is left alone where a newer Flowbench wrote it', async () => {
    const newer = '{"format":"flowbench.vault","version":2,"entries":{}}';
    await writeFile(test.file, newer);
    expect(await stateOfToken()).toBe('unreadable');
    expect(await test.vault.set(tokenPlace, 'new')).toMatchObject({
      ok: false,
      failure: { code: 'unreadable' },
    });
    expect(await content()).toBe(newer);
    expect(await readdir(path.dirname(test.file))).toEqual(['vault.json']);
  });

  it('keeps what a newer minor version wrote into it', async () => {
    const vault = JSON.parse(await content()) as { secrets: object[] };
    await writeFile(
      test.file,
      JSON.stringify({
        ...vault,
        colour: 'red',
        secrets: vault.secrets.map((record) => ({ ...record, note: 'n' })),
      }),
    );
    await test.vault.set({ ...tokenPlace, slot: clientSlot }, 'a client');
    expect(JSON.parse(await content())).toMatchObject({
      colour: 'red',
      secrets: [{ note: 'n' }, { slot: clientSlot }],
    });
    expect(await tokenOf(test.vault)).toBe('set: the first token');
  });

  it('gives nothing for a record that was moved to another place', async () => {
    await writeFile(test.file, (await content()).replace(tokenSlot, clientSlot));
    expect(await tokenOf(test.vault, { slot: clientSlot })).toBe('unreadable');
  });

  it('gives nothing for a ciphertext that was changed', async () => {
    const vault = JSON.parse(await content()) as { secrets: { data: string }[] };
    const bytes = Buffer.from(vault.secrets[0]!.data, 'base64');
    bytes[bytes.length - 1]! ^= 1;
    vault.secrets[0]!.data = bytes.toString('base64');
    await writeFile(test.file, JSON.stringify(vault));
    expect(await tokenOf(test.vault)).toBe('unreadable');
  });
});

describe('a write that fails', () => {
  it('loses nothing, and says so without the value', async () => {
    const before = await content();
    test.store.isBroken = true;
    const broken = await test.vault.set(tokenPlace, 'tok_live_4f9a');
    expect(broken).toMatchObject({ ok: false, failure: { code: 'not-written' } });
    expect(JSON.stringify(broken)).not.toContain('tok_live');
    expect(await content()).toBe(before);
    expect(await tokenOf(test.vault)).toBe('set: the first token');
  });

  it('is told where the folder cannot be made', async () => {
    await rm(path.dirname(test.file), { recursive: true });
    await writeFile(path.dirname(test.file), 'a file in the place of the folder');
    expect(await test.vault.set(tokenPlace, 'new')).toMatchObject({ ok: false });
  });
});

describe('a key store with a newer key', () => {
  it('gets the secret to encrypt again, under the same date', async () => {
    const before = await content();
    test.store.asksToReencrypt = true;
    expect(await tokenOf(test.vault)).toBe('set: the first token');
    test.store.asksToReencrypt = false;
    // Waits for its turn behind the renewal.
    await test.vault.forget({ ...tokenPlace, slot: clientSlot });
    const after = await content();
    expect(after).not.toBe(before);
    expect(after.replace(/"data": ".*"/, '')).toBe(before.replace(/"data": ".*"/, ''));
    expect(await tokenOf(test.vault)).toBe('set: the first token');
  });
});
