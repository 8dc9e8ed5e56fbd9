// Folders by way of the channels: secrets stay with a document that moves, and go into the trash with its folder.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { newFolder, useHandlerDesk } from '../../support/handler-desk.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const slot = 'sl_aaaaaaaaaaaa' as SecretSlot;
const shopApi: Endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  baseUrl: 'https://shop.example/v2',
  auth: { type: 'bearer', token: { secret: slot } },
});

async function deskWithFolder() {
  const shop = await newFolder(root.path, 'shop');
  const desk = newDesk(root.path, { keyStore: testKeyStore(), answers: { folders: [shop] } });
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  const { opening } = await desk.call('workspace.read', null);
  await desk.call('folder.create', { folder: 'endpoints/Payments' });
  const input = { opening, document: shopApi, revision: null, overwrite: false };
  const saved = await desk.call('document.save', { ...input, folder: 'endpoints/Payments' });
  expect(saved).toMatchObject({ ok: true, value: { file: 'endpoints/Payments/shop-api.json' } });
  const value = 'a token that is kept';
  await desk.call('secret.set', { documentId: shopApi.id, slot, origin: 'https://shop.example', value });
  return { desk, shop };
}

describe('folder.*', () => {
  it('keeps the secrets of what moves, with a document and with a folder', async () => {
    const { desk } = await deskWithFolder();
    const set = { ok: true, value: [{ slot, state: 'set' }] };
    expect(await desk.call('document.move', { ids: [shopApi.id], folder: 'endpoints' })).toMatchObject({
      documents: [{ id: shopApi.id, file: 'endpoints/shop-api.json' }],
      folders: ['endpoints/Payments'],
      failures: [],
    });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject(set);
    await desk.call('document.move', { ids: [shopApi.id], folder: 'endpoints/Payments' });
    const moved = await desk.call('folder.move', { from: 'endpoints/Payments', to: 'endpoints/Money' });
    expect(moved).toMatchObject({ value: { folders: ['endpoints/Money'] } });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject(set);
    expect((await desk.call('workspace.read', null)).folders).toEqual(['endpoints/Money']);
  });

  it('puts documents and their secrets into the trash, and the document brings both back with its folder', async () => {
    const { desk, shop } = await deskWithFolder();
    expect(await desk.call('folder.remove', { folder: 'endpoints/Payments' })).toEqual({
      ok: true,
      value: { removed: [shopApi.id], folders: [], left: null },
    });
    expect(await readdir(path.join(shop, 'endpoints'))).toEqual([]);
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({ ok: false });
    expect(await desk.call('document.restore', { id: shopApi.id })).toMatchObject({
      value: { file: 'endpoints/Payments/shop-api.json' },
    });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [{ slot, state: 'set' }],
    });
  });

  it('says where there is no such folder', async () => {
    const { desk } = await deskWithFolder();
    expect(await desk.call('folder.remove', { folder: 'endpoints/Nothing' })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});
