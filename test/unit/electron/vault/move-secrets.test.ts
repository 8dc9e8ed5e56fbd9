// A copied document gets copies of its secrets, which must not stay tied to the original.
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EndpointId, SecretSlot } from '#shared/ids/ids.ts';
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

const folder = useTemporaryFolder();
const copyEndpoint = 'ep_copycopycopy' as EndpointId;
const copySlot = 'sl_copycopycopy' as SecretSlot;
let test: TestVault;

beforeEach(async () => {
  test = openTestVault(folder.path);
  await test.vault.set(tokenPlace, 'the token');
  await test.vault.set({ ...tokenPlace, slot: clientSlot, origin: 'https://other.example' }, 'the client');
});

const copy = (slots: readonly (readonly [SecretSlot, SecretSlot])[]) =>
  test.vault.copy({
    workspaceId: shopWorkspace,
    from: shopEndpoint,
    to: copyEndpoint,
    slots: new Map(slots),
  });

describe('the secrets of a copied document', () => {
  it('are copied, each with its origin and its date, and the originals stay', async () => {
    test.clock.now = new Date('2026-01-01T00:00:00.000Z');
    const clientCopy = 'sl_clientcopycl' as SecretSlot;
    expect(
      await copy([
        [tokenSlot, copySlot],
        [clientSlot, clientCopy],
      ]),
    ).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.restarted(), { documentId: copyEndpoint, slot: copySlot })).toBe(
      'set: the token',
    );
    expect(await tokenOf(test.vault)).toBe('set: the token');
    const states = await test.vault.states(shopWorkspace, copyEndpoint, [copySlot, clientCopy], shopOrigin);
    expect(states.ok && states.value).toMatchObject([
      { state: 'set', setAt: '2025-03-04T10:20:30.000Z' },
      { state: 'other-origin', enteredFor: 'https://other.example' },
    ]);
  });

  it('are independent of the originals from then on', async () => {
    await copy([[tokenSlot, copySlot]]);
    await test.vault.set(tokenPlace, 'a new token');
    await test.vault.forget(tokenPlace);
    expect(await tokenOf(test.vault, { documentId: copyEndpoint, slot: copySlot })).toBe('set: the token');
  });

  it('are missing where the originals are', async () => {
    expect((await copy([['sl_nobodynobody' as SecretSlot, copySlot]])).ok).toBe(true);
    expect(await tokenOf(test.vault, { documentId: copyEndpoint, slot: copySlot })).toBe('missing');
  });

  it('are missing where they cannot be opened, which is told after the others were copied', async () => {
    const bringBack = test.store.changeKey();
    await test.vault.set({ ...tokenPlace, slot: clientSlot }, 'entered again');
    const outcome = await copy([
      [tokenSlot, copySlot],
      [clientSlot, 'sl_clientcopycl' as SecretSlot],
    ]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
    const clientCopy = { documentId: copyEndpoint, slot: 'sl_clientcopycl' as SecretSlot };
    expect(await tokenOf(test.vault, clientCopy)).toBe('set: entered again');
    bringBack();
    expect(await tokenOf(test.vault)).toBe('set: the token');
  });

  it('are not copied while the key store is locked', async () => {
    test.store.isLocked = true;
    expect(await copy([[tokenSlot, copySlot]])).toMatchObject({ ok: false, failure: { code: 'locked' } });
  });
});

describe('the secrets of a removed document', () => {
  const remove = () => test.vault.trash(shopWorkspace, shopEndpoint);
  const restore = () => test.vault.restore(shopWorkspace, shopEndpoint);

  it('are not given any more, and come back with it', async () => {
    expect(await remove()).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.vault)).toBe('missing');
    expect(await tokenOf(test.restarted())).toBe('missing');
    expect(await restore()).toEqual({ ok: true, value: null });
    expect(await tokenOf(test.restarted())).toBe('set: the token');
  });

  it('need no key on their way', async () => {
    test.store.isLocked = true;
    await remove();
    await restore();
    test.store.isLocked = false;
    expect(await tokenOf(test.vault)).toBe('set: the token');
  });

  it('do not touch those of other documents', async () => {
    await copy([[tokenSlot, copySlot]]);
    await remove();
    expect(await tokenOf(test.vault, { documentId: copyEndpoint, slot: copySlot })).toBe('set: the token');
  });

  it('come back as they were removed last, and never over what is set by now', async () => {
    await remove();
    test.clock.now = new Date('2025-03-05T00:00:00.000Z');
    await test.vault.set(tokenPlace, 'the second token');
    await remove();
    await test.vault.set({ ...tokenPlace, slot: clientSlot }, 'a client that is set by now');
    await restore();
    expect(await tokenOf(test.vault)).toBe('set: the second token');
    await restore();
    expect(await tokenOf(test.vault)).toBe('set: the second token');
    expect(await tokenOf(test.vault, { slot: clientSlot })).toBe('set: a client that is set by now');
  });

  it('are gone after 30 days, at the next change', async () => {
    await remove();
    const trashSize = async () =>
      (JSON.parse(await readFile(test.file, 'utf8')) as { trash: unknown[] }).trash.length;
    test.clock.now = new Date('2025-04-03T10:20:30.000Z');
    await test.vault.set({ ...tokenPlace, documentId: copyEndpoint }, 'x');
    expect(await trashSize()).toBe(2);
    test.clock.now = new Date('2025-04-03T10:20:30.001Z');
    await test.vault.set({ ...tokenPlace, documentId: copyEndpoint }, 'y');
    expect(await trashSize()).toBe(0);
  });

  it('are none where nothing was kept: nothing is written', async () => {
    const before = await readFile(test.file, 'utf8');
    expect((await test.vault.trash(shopWorkspace, copyEndpoint)).ok).toBe(true);
    expect((await test.vault.restore(shopWorkspace, copyEndpoint)).ok).toBe(true);
    expect(await readFile(test.file, 'utf8')).toBe(before);
  });
});
