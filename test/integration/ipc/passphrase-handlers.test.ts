// A passphrase goes in by these channels at its real cost, and neither answers nor the log nor any file hold it.
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { newFolder, useHandlerDesk } from '../../support/handler-desk.ts';
import { otherPassphrase, passphrase } from '../../support/open-passphrase-vault.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const slot = 'sl_aaaaaaaaaaaa' as SecretSlot;
const token = 'canary-tøken-"4711"';
const shopApi = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  baseUrl: 'https://shop.example/v2',
  auth: { type: 'bearer', token: { secret: slot } },
});

describe('the passphrase over secrets, from the page', () => {
  it('is chosen, locked, wrong, given, changed and forgotten, and shows up nowhere', async () => {
    const keyStore = testKeyStore('basic_text');
    const folder = await newFolder(root.path, 'shop');
    const desk = newDesk(root.path, { keyStore, answers: { folders: [folder] } });
    await desk.call('workspace.create', { folder: null, name: 'Shop' });
    const { opening } = await desk.call('workspace.read', null);
    await desk.call('document.save', { opening, document: shopApi, revision: null, overwrite: true });
    const answers: unknown[] = [];
    const answered = <Answer>(answer: Answer): Answer => {
      answers.push(answer);
      return answer;
    };

    expect(answered(await desk.call('vault.choose-passphrase', { passphrase: 'too short' }))).toMatchObject({
      failure: { code: 'passphrase-short' },
    });
    expect(answered(await desk.call('vault.choose-passphrase', { passphrase }))).toMatchObject({
      value: { keeper: 'passphrase' },
    });
    const set = { documentId: shopApi.id, slot, origin: 'https://shop.example', value: token };
    expect(answered(await desk.call('secret.set', set))).toMatchObject({ value: [{ state: 'set' }] });
    expect(answered(await desk.call('vault.lock', null))).toMatchObject({
      value: { keeper: 'passphrase-locked' },
    });
    expect(answered(await desk.call('secret.set', set))).toMatchObject({
      failure: { code: 'passphrase-locked' },
    });
    expect(answered(await desk.call('vault.unlock', { passphrase: otherPassphrase }))).toMatchObject({
      failure: { code: 'passphrase-wrong' },
    });
    const change = { passphrase, next: otherPassphrase };
    expect(answered(await desk.call('vault.change-passphrase', change))).toMatchObject({
      value: { keeper: 'passphrase' },
    });
    expect(answered(await desk.call('vault.use-key-store', null))).toMatchObject({ ok: false });
    expect(answered(await desk.call('vault.count-protected', null))).toEqual({ secrets: 1, workspaces: 1 });
    const words = JSON.stringify(answers);
    for (const canary of [token, passphrase, otherPassphrase]) {
      expect(words).not.toContain(JSON.stringify(canary).slice(1, -1));
      expect(await bytesFound([root.path], canary)).toEqual([]);
    }
    expect(await desk.call('vault.forget-passphrase', null)).toMatchObject({
      value: { keeper: 'undecided' },
    });
    expect(await desk.call('secret.states', { documentId: shopApi.id })).toMatchObject({
      value: [{ state: 'missing' }],
    });
  });
});
