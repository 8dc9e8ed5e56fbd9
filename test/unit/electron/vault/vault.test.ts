// The rules of secrets: bound to a place and an origin, written and used and never given back.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import type { VaultStatus } from '#shared/secret/secret-state.ts';
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
import { runs } from '../../../support/runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const token = 'tok_live_4f9a"ä';
let test: TestVault;

beforeEach(() => {
  test = openTestVault(folder.path);
});

async function states(slots: readonly SecretSlot[] = [tokenSlot], origin = shopOrigin) {
  const outcome = await test.vault.states(shopWorkspace, shopEndpoint, slots, origin);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

describe('a secret in the vault', () => {
  it('can be read for a request, also after a new start', async () => {
    expect(await test.vault.set(tokenPlace, token)).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.vault)).toBe(`set: ${token}`);
    expect(await tokenOf(test.restarted())).toBe(`set: ${token}`);
  });

  it('is kept where only its owner can read, and not in clear', async () => {
    await test.vault.set(tokenPlace, token);
    expect((await stat(test.file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(test.file))).mode & 0o777).toBe(0o700);
    expect(await readFile(test.file, 'utf8')).not.toContain('tok_live');
  });

  it('says of itself what it is for, in a file that people can read', async () => {
    await test.vault.set(tokenPlace, token);
    expect(JSON.parse(await readFile(test.file, 'utf8'))).toEqual({
      format: 'flowbench.vault',
      version: 1,
      workspace: shopWorkspace,
      secrets: [
        {
          document: shopEndpoint,
          slot: tokenSlot,
          origin: shopOrigin,
          setAt: '2025-03-04T10:20:30.000Z',
          version: 1,
          keeper: 'system',
          backend: 'gnome_libsecret',
          data: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) as string,
        },
      ],
      trash: [],
    });
  });

  it('is replaced by the next one', async () => {
    await test.vault.set(tokenPlace, 'first');
    test.clock.now = new Date('2025-03-05T00:00:00.000Z');
    await test.vault.set(tokenPlace, 'second');
    expect(await tokenOf(test.vault)).toBe('set: second');
    expect(await states()).toMatchObject([{ setAt: '2025-03-05T00:00:00.000Z' }]);
  });

  it('is forgotten', async () => {
    await test.vault.set(tokenPlace, token);
    await test.vault.set({ ...tokenPlace, slot: clientSlot }, 'other');
    expect(await test.vault.forget(tokenPlace)).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.vault)).toBe('missing');
    expect(await tokenOf(test.vault, { slot: clientSlot })).toBe('set: other');
  });

  it('stays apart from those of other slots, documents and workspaces', async () => {
    await test.vault.set(tokenPlace, token);
    const others = [
      { slot: clientSlot },
      { documentId: 'ep_otherotherot' as typeof shopEndpoint },
      { workspaceId: 'ws_otherotherot' as WorkspaceId },
    ];
    for (const other of others) expect(await tokenOf(test.vault, other)).toBe('missing');
  });

  it('may be any text, of up to 100,000 characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (value) => {
        await test.vault.set(tokenPlace, value);
        expect(await tokenOf(test.restarted())).toBe(`set: ${value}`);
      }),
      { numRuns: runs(30) },
    );
    expect((await test.vault.set(tokenPlace, 'x'.repeat(100_000))).ok).toBe(true);
    expect(await test.vault.set(tokenPlace, 'x'.repeat(100_001))).toEqual({
      ok: false,
      failure: { code: 'too-long', message: 'A secret may have 100,000 characters.' },
    });
  });

  it('is printed by nothing that holds it', async () => {
    await test.vault.set(tokenPlace, token);
    const reading = await test.vault.read(tokenPlace);
    for (const print of [(object: unknown) => inspect(object), (object: unknown) => JSON.stringify(object)])
      for (const object of [reading, test.vault, await states(), await test.vault.status(shopWorkspace)])
        expect(print(object)).not.toContain('tok_live');
  });

  it('survives many changes at the same time', async () => {
    const slots = Array.from(
      { length: 20 },
      (_, index) => `sl_${'abcdefghijklmnopqrst'.charAt(index).repeat(12)}` as SecretSlot,
    );
    await Promise.all(slots.map((slot) => test.vault.set({ ...tokenPlace, slot }, `value of ${slot}`)));
    for (const slot of slots) expect(await tokenOf(test.restarted(), { slot })).toBe(`set: value of ${slot}`);
  });
});

describe('what the page may know of a secret', () => {
  it('is whether it is set, and when', async () => {
    await test.vault.set(tokenPlace, token);
    expect(await states([clientSlot, tokenSlot])).toEqual([
      { slot: clientSlot, state: 'missing', setAt: null, enteredFor: null, short: false },
      { slot: tokenSlot, state: 'set', setAt: '2025-03-04T10:20:30.000Z', enteredFor: null, short: false },
    ]);
  });

  it('is whether it is too short to be searched for', async () => {
    await test.vault.set(tokenPlace, '1234567');
    expect(await states()).toMatchObject([{ state: 'set', short: true }]);
    await test.vault.set(tokenPlace, '12345678');
    expect(await states()).toMatchObject([{ state: 'set', short: false }]);
  });

  it('is where it was entered for, when that is elsewhere now', async () => {
    await test.vault.set(tokenPlace, token);
    expect(await states([tokenSlot], 'https://evil.example')).toEqual([
      {
        slot: tokenSlot,
        state: 'other-origin',
        setAt: '2025-03-04T10:20:30.000Z',
        enteredFor: shopOrigin,
        short: false,
      },
    ]);
  });
});

describe('a secret that was entered for another origin', () => {
  const moved = { ...tokenPlace, origin: 'https://new.shop.example' };

  it('is not given', async () => {
    await test.vault.set(tokenPlace, token);
    expect(await test.vault.read(moved)).toEqual({ state: 'other-origin', enteredFor: shopOrigin });
  });

  it('is given once a person has said that it may go there, and no longer to the first', async () => {
    await test.vault.set(tokenPlace, token);
    test.clock.now = new Date('2026-01-01T00:00:00.000Z');
    expect(await test.vault.confirmOrigin(moved)).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.vault, moved)).toBe(`set: ${token}`);
    expect(await tokenOf(test.vault)).toBe('other-origin');
    expect(await states([tokenSlot], moved.origin)).toMatchObject([{ setAt: '2025-03-04T10:20:30.000Z' }]);
  });

  it('is not given because somebody wrote the origin into the file', async () => {
    await test.vault.set(tokenPlace, token);
    await writeFile(test.file, (await readFile(test.file, 'utf8')).replace(shopOrigin, moved.origin));
    expect(await tokenOf(test.vault, moved)).toBe('unreadable');
  });

  it('needs no confirming where nothing is kept or nothing changed', async () => {
    expect((await test.vault.confirmOrigin(moved)).ok).toBe(true);
    await test.vault.set(tokenPlace, token);
    const { encryptions } = test.store;
    expect((await test.vault.confirmOrigin(tokenPlace)).ok).toBe(true);
    expect(test.store.encryptions).toBe(encryptions);
  });
});

describe('who listens to the vault', () => {
  it('hears of its status after every change, and no longer after it stopped', async () => {
    const heard: VaultStatus[] = [];
    const stop = test.vault.onChange((status) => heard.push(status));
    await test.vault.set(tokenPlace, token);
    await test.vault.useSession(shopWorkspace);
    stop();
    await test.vault.forget(tokenPlace);
    expect(heard.map((status) => status.keeper)).toEqual(['system', 'session']);
  });
});
