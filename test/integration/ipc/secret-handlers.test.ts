// Secrets go in by these channels and never come out; each answer and the log are looked through.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const slot = 'sl_aaaaaaaaaaaa' as SecretSlot;
const token = 'canary-tøken-"4711"';

const shopApi: Endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  baseUrl: 'https://shop.example/v2',
  auth: { type: 'bearer', token: { secret: slot } },
});
const place = { documentId: shopApi.id, slot };
const shown = { ...place, origin: 'https://shop.example' };

async function deskWithEndpoint(keyStore = testKeyStore()): Promise<HandlerDesk> {
  const desk = newDesk(root.path, { keyStore, answers: { folders: [await newFolder(root.path, 'shop')] } });
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  await save(desk, shopApi);
  return desk;
}

async function save(desk: HandlerDesk, document: Endpoint): Promise<void> {
  const { opening } = await desk.call('workspace.read', null);
  const saved = await desk.call('document.save', { opening, document, revision: null, overwrite: true });
  expect(saved).toMatchObject({ ok: true });
}

const stateIn = (outcome: Awaited<ReturnType<HandlerDesk['call']>>) => JSON.stringify(outcome);

describe('secret.*', () => {
  it('sets a secret and tells that it is set, and when, and nothing else', async () => {
    const desk = await deskWithEndpoint();
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      ok: true,
      value: [{ slot, state: 'missing' }],
    });
    const set = await desk.call('secret.set', { ...shown, value: token });
    expect(set).toEqual({
      ok: true,
      value: [{ slot, state: 'set', setAt: expect.any(String) as string, enteredFor: null, short: false }],
    });
    expect(stateIn(set)).not.toContain('canary');
  });

  it('gives the value to a run, for the saved address, and keeps it out of the log', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    const { workspace, vault } = await desk.workbench.current();
    const reading = await vault.read({ ...place, workspaceId: workspace.id, origin: 'https://shop.example' });
    expect(reading.state === 'set' && reading.value.reveal()).toBe(token);
    expect(desk.scrub(`sent ${token} and ${Buffer.from(token).toString('base64')}`)).not.toContain('canary');
    expect(desk.scrub(`sent ${Buffer.from(token).toString('base64')}`)).not.toContain(
      Buffer.from(token).toString('base64'),
    );
  });

  it('takes the address from the saved document: another one needs the person’s word', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    await save(desk, { ...shopApi, baseUrl: 'https://evil.example/v2' });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      ok: true,
      value: [{ state: 'other-origin', enteredFor: 'https://shop.example' }],
    });
    const evil = { ...place, origin: 'https://evil.example' };
    expect(await desk.call('secret.confirm-origin', evil)).toMatchObject({
      ok: true,
      value: [{ state: 'set' }],
    });
  });

  it('binds the password of a proxy to the proxy, wherever the API is', async () => {
    const proxySlot = 'sl_bbbbbbbbbbbb' as SecretSlot;
    const through = (url: string, baseUrl = shopApi.baseUrl): Endpoint =>
      endpointSchema.parse({
        ...shopApi,
        baseUrl,
        proxy: { mode: 'manual', url, userName: { template: 'ana' }, password: { secret: proxySlot } },
      });
    const desk = await deskWithEndpoint();
    await save(desk, through('http://proxy.example:3128'));
    await desk.call('secret.set', { ...shown, value: token });
    const forProxy = { documentId: shopApi.id, slot: proxySlot, value: 'canary-of-a-proxy' };
    expect(await desk.call('secret.set', { ...forProxy, origin: shown.origin })).toMatchObject({
      ok: false,
      failure: { code: 'origin-changed' },
    });
    const set = await desk.call('secret.set', { ...forProxy, origin: 'http://proxy.example:3128' });
    const both = [
      { slot, state: 'set' },
      { slot: proxySlot, state: 'set' },
    ];
    expect(set).toMatchObject({ ok: true, value: both });

    await save(desk, through('http://proxy.example:3128', 'https://other.example'));
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [{ slot, state: 'other-origin' }, both[1]],
    });
    await save(desk, through('http://evil.example:3128'));
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [both[0], { slot: proxySlot, state: 'other-origin', enteredFor: 'http://proxy.example:3128' }],
    });
    expect(stateIn(set)).not.toContain('canary');
  });

  it('binds nothing to an address that the form does not show, and says which it is', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    await save(desk, { ...shopApi, baseUrl: 'https://evil.example/v2' });
    const refusal = {
      ok: false,
      failure: { code: 'origin-changed', message: expect.stringContaining('https://evil.example') as string },
    };
    expect(await desk.call('secret.set', { ...shown, value: 'another-token' })).toMatchObject(refusal);
    expect(await desk.call('secret.confirm-origin', shown)).toMatchObject(refusal);
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [{ state: 'other-origin', enteredFor: 'https://shop.example' }],
    });
  });

  it('goes by what the person has accepted, and not by what another program wrote', async () => {
    const desk = await deskWithEndpoint();
    const { workspace } = await desk.workbench.current();
    const file = path.join(workspace.folder, 'endpoints', 'shop-api.json');
    const text = (await readFile(file, 'utf8')).replace('shop.example', 'evil.example');
    await writeFile(file, text);
    await workspace.refresh();
    expect(await desk.call('secret.set', { ...shown, value: token })).toMatchObject({ ok: true });
    const revision = workspace.snapshot().documents[0]?.revision ?? '';
    expect(await desk.call('document.accept', { id: shopApi.id, revision })).toEqual({
      ok: true,
      value: null,
    });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [{ state: 'other-origin', enteredFor: 'https://shop.example' }],
    });
  });

  it('forgets', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    expect(await desk.call('secret.forget', place)).toMatchObject({
      ok: true,
      value: [{ state: 'missing' }],
    });
  });

  it.each([
    ['a document that was never saved', { documentId: 'ep_bbbbbbbbbbbb' as Endpoint['id'], slot }],
    ['a slot that the saved document does not have', { ...place, slot: 'sl_bbbbbbbbbbbb' as SecretSlot }],
  ])('refuses %s', async (_what, elsewhere) => {
    const desk = await deskWithEndpoint();
    const set = await desk.call('secret.set', { ...shown, ...elsewhere, value: token });
    expect(set).toMatchObject({ ok: false, failure: { code: 'document-missing' } });
  });

  it('keeps nothing anywhere while nobody keeps secrets, and keeps them for the session once that is chosen', async () => {
    const desk = await deskWithEndpoint(testKeyStore('basic_text'));
    expect(await desk.call('vault.status', null)).toMatchObject({
      keeper: 'undecided',
      backend: 'basic_text',
    });
    const refused = await desk.call('secret.set', { ...shown, value: token });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'undecided' } });
    expect(await desk.call('vault.use-session', null)).toMatchObject({ keeper: 'session' });
    expect(await desk.call('secret.set', { ...shown, value: token })).toMatchObject({ ok: true });
    expect(desk.settings.read().vaultKeeper).toBe('session');
    expect(await bytesFound([root.path], token)).toEqual([]);
    await writeFile(root.file('planted'), `x${token}x`);
    expect(await bytesFound([root.path], token)).not.toEqual([]);
  });
});

describe('document.* and its secrets', () => {
  it('brings the secrets of a removed document back with it', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    await desk.call('document.remove', { id: shopApi.id });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({ ok: false });
    expect(await desk.call('document.restore', { id: shopApi.id })).toMatchObject({ ok: true });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      ok: true,
      value: [{ slot, state: 'set' }],
    });
  });

  it('copies the secrets of a document into its duplicate, under slots of its own', async () => {
    const desk = await deskWithEndpoint();
    await desk.call('secret.set', { ...shown, value: token });
    const copied = await desk.call('document.duplicate', { id: shopApi.id, name: 'Shop API 2' });
    const document = copied.ok ? (copied.value.document as Endpoint) : shopApi;
    expect(document.id).not.toBe(shopApi.id);
    const states = await desk.call('secret.states', { documentId: document.id });
    expect(states).toMatchObject({ ok: true, value: [{ state: 'set' }] });
    expect(stateIn(states)).not.toContain(slot);
  });

  it('duplicates a document also where its secrets cannot be opened, and notes that', async () => {
    const keyStore = testKeyStore();
    const desk = await deskWithEndpoint(keyStore);
    await desk.call('secret.set', { ...shown, value: token });
    keyStore.isLocked = true;
    const copied = await desk.call('document.duplicate', { id: shopApi.id, name: 'Shop API 2' });
    expect(copied).toMatchObject({ ok: true });
    expect(desk.happened.at(-1)).toContain('noted: Secrets did not go along');
  });

  it.each([['document.remove'], ['document.restore']] as const)(
    '%s says where there is no such document',
    async (name) => {
      const desk = await deskWithEndpoint();
      const outcome = await desk.call(name, { id: 'ep_bbbbbbbbbbbb' as Endpoint['id'] });
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    },
  );
});
