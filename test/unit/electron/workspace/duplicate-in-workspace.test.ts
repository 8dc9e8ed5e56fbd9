// A copy of a document must share nothing with it, on the disk either.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import type { EndpointId, FlowId } from '#shared/ids/ids.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
});

async function duplicate(id: EndpointId | FlowId, name: string) {
  const copied = await workspace.duplicate(id, name);
  if (!copied.ok) throw new Error(copied.failure.message);
  return copied.value;
}

describe('duplicating a document', () => {
  it('saves a copy beside it, with an id of its own and the given name', async () => {
    const { stored } = await duplicate('ep_paymentapipa' as EndpointId, 'Payment API copy');
    expect(stored).toMatchObject({
      file: 'endpoints/payments/payment-api-copy.json',
      document: { name: 'Payment API copy', baseUrl: 'https://pay.example' },
    });
    expect(stored.document.id).not.toBe('ep_paymentapipa');
    const again = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
    expect(again.document(stored.document.id)).toEqual(stored);
    expect(again.snapshot().problems).toEqual([]);
  });

  it('says which slots the secrets have to be copied into', async () => {
    const { stored, slots } = await duplicate('ep_shopapishopa' as EndpointId, 'Copy');
    expect([...slots.keys()]).toEqual(['sl_shoptokensho', 'sl_shopclientsh']);
    for (const slot of slots.values()) expect(JSON.stringify(stored.document)).toContain(slot);
  });

  it('leaves the original as it is, to the byte', async () => {
    await duplicate('fl_orderlookupo' as FlowId, 'Copy');
    expect(await readFile(folder.file('shop', 'flows', 'order-lookup.json'), 'utf8')).toBe(
      frozenText('flows/order-lookup.json'),
    );
  });

  it('gives copies with one name files of their own', async () => {
    await Promise.all([1, 2, 3].map(() => duplicate('fl_orderlookupo' as FlowId, 'Order lookup')));
    expect((await readdir(folder.file('shop', 'flows'))).sort()).toEqual([
      'order-lookup-2.json',
      'order-lookup-3.json',
      'order-lookup-4.json',
      'order-lookup.json',
      'support',
    ]);
  });

  it('says that there is nothing to copy, or that it could not be written', async () => {
    const missing = await workspace.duplicate('fl_nobodynobody' as FlowId, 'Copy');
    expect(missing).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    const folderName = folder.file('shop', 'endpoints', 'payments');
    await rm(folderName, { recursive: true });
    await writeFile(folderName, 'a file in the place of the folder');
    const refused = await workspace.duplicate('ep_paymentapipa' as EndpointId, 'Copy');
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        code: 'not-written',
        message: expect.stringMatching(/^“Payment API” was not copied: /) as string,
      },
    });
  });
});
