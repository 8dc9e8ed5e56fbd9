// Searches every byte that the vault leaves on the disk, after finding a secret that was planted there.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EndpointId, SecretSlot } from '#shared/ids/ids.ts';
import {
  clientSlot,
  openTestVault,
  shopEndpoint,
  shopWorkspace,
  tokenPlace,
} from '../../support/open-vault.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';
import { encodings } from '../../support/secret-encodings.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();

/** One of each kind that hides badly: a quote, letters beyond ASCII, a short one, a long one, half of a pair. */
const canaries: readonly string[] = [
  'can"ary\\one/+?&=',
  'Kanarienvögel-über-🐤',
  'q7$Kz!',
  `long-${Array.from({ length: 4000 }, (_, index) => String.fromCharCode(97 + ((index * 7) % 26))).join('')}`,
  'anna:correct horse battery',
];

/** Every file below a folder in which some encoding of a text occurs, with the encoding. */
async function sightings(root: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const contents = [bytes.toString('utf8'), bytes.toString('latin1')];
    for (const [name, encode] of Object.entries(encodings))
      if (contents.some((content) => content.includes(encode(text)))) found.push(`${file} ${name}`);
  }
  return found;
}

describe('secrets on the disk', () => {
  it('are found by the search where they were planted on purpose', async () => {
    await mkdir(folder.file('planted'));
    for (const [index, canary] of canaries.entries())
      for (const [number, encode] of Object.values(encodings).entries())
        await writeFile(
          folder.file('planted', `${String(index)}-${String(number)}`),
          `x ${encode(canary)} y`,
        );
    for (const canary of canaries)
      expect((await sightings(folder.path, canary)).length).toBeGreaterThanOrEqual(
        Object.keys(encodings).length,
      );
  });

  it.each(['gnome_libsecret', 'basic_text'])(
    'are nowhere after everything that can be done to them, with %s',
    async (backend) => {
      await copyFrozenWorkspace(folder.file('shop'));
      const workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
      const { vault, store, file } = openTestVault(folder.file('data', 'workspaces'), testKeyStore(backend));
      if (backend === 'basic_text') await vault.useSession(shopWorkspace);
      for (const canary of canaries) {
        expect((await vault.set(tokenPlace, canary)).ok).toBe(true);
        expect((await vault.set({ ...tokenPlace, slot: clientSlot }, canary)).ok).toBe(true);
        const duplicate = await workspace.duplicate(
          shopEndpoint,
          `Copy for ${String(canaries.indexOf(canary))}`,
        );
        if (!duplicate.ok) throw new Error(duplicate.failure.message);
        const to = duplicate.value.stored.document.id as EndpointId;
        await vault.copy({
          workspaceId: shopWorkspace,
          from: shopEndpoint,
          to,
          slots: duplicate.value.slots,
        });
        const copiedSlot = duplicate.value.slots.get(tokenPlace.slot) as SecretSlot;
        const copied = await vault.read({ ...tokenPlace, documentId: to, slot: copiedSlot });
        expect(copied.state === 'set' && copied.value.reveal()).toBe(canary);
        await vault.confirmOrigin({ ...tokenPlace, origin: 'https://new.example' });
        await workspace.remove(to);
        await vault.trash(shopWorkspace, to);
      }
      store.isBroken = true;
      await vault.set(tokenPlace, canaries[0]!);
      for (const canary of canaries) expect(await sightings(folder.path, canary)).toEqual([]);
      const hasFile = await readFile(file).then(
        () => true,
        () => false,
      );
      expect(hasFile).toBe(backend === 'gnome_libsecret');
    },
  );
});
