// The secrets of environments go in by the same channels as others, and go to an address only once somebody lets them.
import { describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const slot = 'sl_aaaaaaaaaaaa' as SecretSlot;
const token = 'canary-of-staging-"4711"';

const staging: Environment = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: 'en_aaaaaaaaaaaa',
  name: 'staging',
  values: [{ name: 'token', secret: slot }],
});
const shopApi: Endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  baseUrl: 'https://shop.example/v2',
});
const place = { documentId: staging.id, slot };
const journey = { ...place, endpointId: shopApi.id, use: 'request', origin: 'https://shop.example' } as const;

async function desk(): Promise<HandlerDesk> {
  const made = newDesk(root.path, {
    keyStore: testKeyStore(),
    answers: { folders: [await newFolder(root.path, 'shop')] },
  });
  await made.call('workspace.create', { folder: null, name: 'Shop' });
  await save(made, staging);
  await save(made, shopApi);
  return made;
}

async function save(made: HandlerDesk, document: WorkspaceDocument): Promise<void> {
  const { opening } = await made.call('workspace.read', null);
  const saved = await made.call('document.save', { opening, document, revision: null, overwrite: true });
  expect(saved).toMatchObject({ ok: true });
}

async function deskWithSecret(): Promise<HandlerDesk> {
  const made = await desk();
  const set = await made.call('secret.set', { ...place, origin: confirmedOrigins([]), value: token });
  expect(set).toMatchObject({ ok: true, value: [{ slot, state: 'set', confirmedFor: [] }] });
  expect(JSON.stringify(set)).not.toContain('canary');
  return made;
}

const readFor = async (made: HandlerDesk, origin: string) => {
  const { vault, workspace } = await made.workbench.current();
  return (await vault.read({ ...place, workspaceId: workspace.id, origin })).state;
};

describe('the secret of an environment', () => {
  it('is bound to no address when it is entered, and is in no file of the workspace', async () => {
    const made = await deskWithSecret();
    expect(await readFor(made, 'https://shop.example')).toBe('other-origin');
    const { workspace } = await made.workbench.current();
    expect(await bytesFound([workspace.folder], token)).toEqual([]);
  });

  it('goes where somebody lets it go, and no more once that is taken back', async () => {
    const made = await deskWithSecret();
    expect(await made.call('secret.let-go', journey)).toMatchObject({
      ok: true,
      value: [{ state: 'set', confirmedFor: ['https://shop.example'] }],
    });
    expect(await readFor(made, 'https://shop.example')).toBe('set');
    expect(await readFor(made, 'https://evil.example')).toBe('other-origin');
    const { origin } = journey;
    expect(await made.call('secret.hold-back', { ...place, origin })).toMatchObject({
      value: [{ confirmedFor: [] }],
    });
    expect(await readFor(made, 'https://shop.example')).toBe('other-origin');
  });

  it('is not let go to an address that the saved endpoint does not have', async () => {
    const made = await deskWithSecret();
    await save(made, { ...shopApi, baseUrl: 'https://evil.example/v2' });
    expect(await made.call('secret.let-go', journey)).toMatchObject({
      ok: false,
      failure: { code: 'origin-changed' },
    });
    expect(await readFor(made, 'https://evil.example')).toBe('other-origin');
    expect(
      await made.call('secret.let-go', { ...journey, endpointId: 'ep_bbbbbbbbbbbb' as Endpoint['id'] }),
    ).toMatchObject({ ok: false, failure: { code: 'document-missing' } });
  });

  it('is replaced without being let go anew, and forgotten with its addresses', async () => {
    const made = await deskWithSecret();
    await made.call('secret.let-go', journey);
    const origin = confirmedOrigins([journey.origin]);
    expect(await made.call('secret.set', { ...place, origin, value: 'another' })).toMatchObject({
      value: [{ confirmedFor: [journey.origin] }],
    });
    await made.call('secret.forget', place);
    expect(await made.call('secret.set', { ...place, origin, value: 'third' })).toMatchObject({
      ok: false,
      failure: { code: 'origin-changed' },
    });
    expect(await readFor(made, journey.origin)).toBe('missing');
  });

  it('is copied with its environment under a slot of its own, and comes back with it', async () => {
    const made = await deskWithSecret();
    await made.call('secret.let-go', journey);
    const copied = await made.call('document.duplicate', { id: staging.id, name: 'staging 2' });
    const copy = copied.ok ? (copied.value.document as Environment) : staging;
    expect(copy.id).not.toBe(staging.id);
    expect(JSON.stringify(copy)).not.toContain(slot);
    expect(await made.call('secret.states', { documentId: copy.id })).toMatchObject({
      value: [{ state: 'set', confirmedFor: [journey.origin] }],
    });
    await made.call('document.remove', { id: staging.id });
    expect(await readFor(made, journey.origin)).toBe('missing');
    await made.call('document.restore', { id: staging.id });
    expect(await readFor(made, journey.origin)).toBe('set');
  });

  it('and the defaults are one document, of which a copy is an environment like others', async () => {
    const made = await desk();
    await save(made, { ...staging, defaults: true });
    const { workspace } = await made.workbench.current();
    expect(workspace.defaults()?.id).toBe(staging.id);
    const copied = await made.call('document.duplicate', { id: staging.id, name: 'copy' });
    expect(copied.ok && copied.value.document).not.toHaveProperty('defaults');
    await made.call('document.remove', { id: staging.id });
    expect(workspace.defaults()).toBeNull();
  });
});
