// Bundles between real folders: what was exported is imported whole, and exported again with the same bytes.
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { importAnswers } from '#shared/bundle/import-plan.ts';
import type { ImportSetting } from '#shared/bundle/imported-documents.ts';
import { exportBundle } from '#electron/bundle/export-bundle.ts';
import { importBundle, readBundleFile } from '#electron/bundle/import-bundle.ts';
import type { Workspace } from '#electron/workspace/workspace.ts';
import { bundleSlots, bundleStory, photo } from '../../support/bundle-story.ts';
import {
  exportSource,
  wholeStory,
  writeEmptyWorkspace,
  writeStoryWorkspace,
} from '../../support/bundle-workspaces.ts';
import { useWorkspaces, workspacePorts } from '../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes);

async function exported(from: string): Promise<string> {
  const made = await exportBundle(await exportSource(from), wholeStory, null);
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}
async function bundleIn(file: string, text: string) {
  await writeFile(file, text);
  const read = await readBundleFile(file);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
async function opened(name: string): Promise<Workspace> {
  return workspaces.open(folder.file(name), workspacePorts(folder.file('data')));
}
function settingFor(workspace: Workspace, more: Partial<ImportSetting> = {}): ImportSetting {
  const present = workspace
    .snapshot()
    .documents.map(({ document, file }) => ({ file, stored: { content: document, raw: {} } }));
  return { present, answers: new Map(), holds: () => false, fillRandom, ...more };
}
/** Every file of a folder with its bytes. */
async function filesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.sort().map(async (file) => [path.relative(root, file), await readFile(file, 'base64')]),
  );
  return Object.fromEntries(read) as Record<string, string>;
}

describe('a bundle of a workspace', () => {
  it('is imported into an empty one and exported with the same bytes', async () => {
    await writeStoryWorkspace(folder.file('from'));
    await writeEmptyWorkspace(folder.file('to'));
    const text = await exported(folder.file('from'));
    const workspace = await opened('to');
    const bundle = await bundleIn(folder.file('acme.flowbundle.json'), text);
    const imported = await importBundle(workspace, bundle, settingFor(workspace));
    expect(imported.ok && imported.value.documents).toHaveLength(7);
    expect(imported.ok && imported.value.secrets.map(({ needed, slot }) => [needed.name, slot])).toEqual([
      ['SHOP_KEY', bundleSlots.value],
      ['SHOP_API_TOKEN', bundleSlots.token],
      ['SHOP_API_X_SHOP_CLIENT', bundleSlots.header],
    ]);
    expect(await exported(folder.file('to'))).toBe(text);
    const [from, to] = [await filesOf(folder.file('from')), await filesOf(folder.file('to'))];
    for (const file of Object.keys(to).filter((name) => name !== 'flowbench.json'))
      expect(to[file], file).toBe(from[file]);
    expect(to).toHaveProperty(['files/photo.png'], photo.toString('base64'));
    expect(to).not.toHaveProperty(['flows/alone.json']);
  });

  it('does not write over a file with the same name, and calls for its own', async () => {
    await writeStoryWorkspace(folder.file('from'));
    await writeStoryWorkspace(folder.file('to'));
    await writeFile(folder.file('to', 'files/photo.png'), 'another photo');
    const bundle = await bundleIn(folder.file('a.flowbundle.json'), await exported(folder.file('from')));
    const workspace = await opened('to');
    const answers = new Map(
      bundle.documents.map(({ stored }) => [stored.content.id as string, 'keep-both' as const]),
    );
    // What is the same is no question, so the flow has to differ for a second one to come.
    const { stored, file } = bundle.documents.find(
      ({ stored: { content } }) => content.id === bundleStory.main.id,
    )!;
    const others = settingFor(workspace).present.filter(
      ({ stored: { content } }) => content.id !== bundleStory.main.id,
    );
    const mine = {
      file,
      stored: { content: { ...stored.content, name: 'Mine' } as typeof stored.content, raw: {} },
    };
    const imported = await importBundle(
      workspace,
      bundle,
      settingFor(workspace, { answers, present: [...others, mine] }),
    );
    const [flow] = imported.ok ? imported.value.documents : [];
    expect(flow?.file).toBe('flows/send-a-photo-2.json');
    expect(JSON.stringify(flow?.document)).toContain('"file":"files/photo-2.png"');
    expect(await readFile(folder.file('to', 'files/photo.png'), 'utf8')).toBe('another photo');
    expect(await readFile(folder.file('to', 'files/photo-2.png'))).toEqual(photo);
  });

  it('replaces a document where it is told to, and what was there lies in the trash', async () => {
    await writeStoryWorkspace(folder.file('from'));
    await writeStoryWorkspace(folder.file('to'));
    const file = folder.file('to', 'flows/Parts/look-up.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Look up"', '"Mine"'));
    const bundle = await bundleIn(folder.file('a.flowbundle.json'), await exported(folder.file('from')));
    const workspace = await opened('to');
    const answers = new Map([[bundleStory.lookup.id, 'replace' as const]]);
    const imported = await importBundle(workspace, bundle, settingFor(workspace, { answers }));
    expect(imported.ok && imported.value.documents.map(({ document }) => document.name)).toContain('Look up');
    expect(await readFile(file, 'utf8')).toBe(
      await readFile(folder.file('from', 'flows/Parts/look-up.json'), 'utf8'),
    );
    expect((await workspace.trash.list()).map(({ name }) => name)).toEqual(['Mine']);
  });

  it('is imported whole or not at all', async () => {
    await writeStoryWorkspace(folder.file('from'));
    await writeEmptyWorkspace(folder.file('to'));
    // Somebody's link stands where the last part would go.
    await symlink(folder.path, folder.file('to', 'fixtures'));
    const before = await filesOf(folder.file('to'));
    const bundle = await bundleIn(folder.file('a.flowbundle.json'), await exported(folder.file('from')));
    const workspace = await opened('to');
    const imported = await importBundle(workspace, bundle, settingFor(workspace));
    expect(imported.ok ? '' : imported.failure.message).toMatch(/^Nothing was imported: /);
    expect(await filesOf(folder.file('to'))).toEqual(before);
    expect(workspace.snapshot().documents).toEqual([]);
  });

  it('that is not there or too large is refused in words', async () => {
    expect(await readBundleFile(folder.file('none.json'))).toMatchObject({
      ok: false,
      failure: { code: 'unreadable' },
    });
    await writeFile(folder.file('bytes.flowbundle.json'), Buffer.from([0x7b, 0xff]));
    expect(await readBundleFile(folder.file('bytes.flowbundle.json'))).toMatchObject({
      failure: { message: 'bytes.flowbundle.json is damaged: it is not text in UTF-8.' },
    });
  });

  it('has an answer for every conflict', () => {
    expect(importAnswers).toEqual(['keep-both', 'replace', 'skip']);
  });
});
