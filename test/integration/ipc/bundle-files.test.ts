// Attachments of an import that is taken back: they go with it, come again with it, and nobody else loses one.
import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleStory, photo, storyBundle } from '../../support/bundle-story.ts';
import { writeEmptyWorkspace, writeStoryWorkspace } from '../../support/bundle-workspaces.ts';
import { type HandlerDesk, useHandlerDesk } from '../../support/handler-desk.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const { main } = bundleStory;
const place = () => root.file('to', 'files', 'photo.png');

async function deskWith(prepare: (folder: string) => Promise<void>): Promise<HandlerDesk> {
  await prepare(root.file('to'));
  const desk = newDesk(root.file('desk'));
  expect((await desk.workbench.open(root.file('to'))).ok).toBe(true);
  return desk;
}

/** Imports the story; gives the handle of the bundle and the ids of what came. */
async function imported(desk: HandlerDesk) {
  const read = await desk.call('bundle.read', { name: 'a.flowbundle.json', text: await storyBundle() });
  if (!read.ok) throw new Error(read.failure.message);
  const { documents, handle } = read.value;
  const conflicts = documents.filter(({ state }) => state === 'conflict');
  const answers = conflicts.map(({ id }) => ({ id, answer: 'replace' as const }));
  const done = await desk.call('bundle.import', { handle, answers, secrets: [], passphrase: null });
  if (!done.ok) throw new Error(done.failure.message);
  return { handle, ids: done.value.documents.map(({ document }) => document.id) };
}

/** As the page takes an import back. */
async function takenBack(desk: HandlerDesk, { handle, ids }: Awaited<ReturnType<typeof imported>>) {
  for (const id of ids) await desk.call('document.remove', { id });
  await desk.call('bundle.withdraw-files', { handle });
}

describe('an import that is taken back', () => {
  it('takes its attachments along, and brings them again byte for byte', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    const come = await imported(desk);
    expect(await readFile(place())).toEqual(photo);
    await takenBack(desk, come);
    expect(existsSync(place())).toBe(false);
    await desk.call('bundle.bring-back-files', { handle: come.handle });
    expect(await readFile(place())).toEqual(photo);
    // And once more: what came back is what the import has brought.
    await desk.call('bundle.withdraw-files', { handle: come.handle });
    expect(existsSync(place())).toBe(false);
  });

  it('gives the flow that comes out of the trash its attachment too, also after a new start', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    await takenBack(desk, await imported(desk));
    await desk.workbench.open(root.file('elsewhere'));
    await writeEmptyWorkspace(root.file('elsewhere'));
    await desk.workbench.open(root.file('elsewhere'));
    await desk.workbench.open(root.file('to'));
    expect((await desk.call('document.restore', { id: main.id })).ok).toBe(true);
    expect(await readFile(place())).toEqual(photo);
  });

  it('leaves what was there before it', async () => {
    const desk = await deskWith(writeStoryWorkspace);
    await desk.call('document.remove', { id: main.id });
    await takenBack(desk, await imported(desk));
    expect(await readFile(place())).toEqual(photo);
  });

  it('leaves what another flow sends by now', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    const { handle, ids } = await imported(desk);
    expect((await desk.call('document.duplicate', { id: main.id, name: 'Mine' })).ok).toBe(true);
    await takenBack(desk, { handle, ids });
    expect(await readFile(place())).toEqual(photo);
  });

  it('leaves what somebody has changed since, and what a file that cannot be read may send', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    const come = await imported(desk);
    await writeFile(place(), 'another picture');
    await takenBack(desk, come);
    expect(await readFile(place(), 'utf8')).toBe('another picture');
    // In the way of what comes back: it stays.
    await desk.call('bundle.bring-back-files', { handle: come.handle });
    expect(await readFile(place(), 'utf8')).toBe('another picture');
  });

  it('is of its own workspace: a handle says nothing in another one', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    const { handle } = await imported(desk);
    await writeEmptyWorkspace(root.file('elsewhere'));
    await desk.workbench.open(root.file('elsewhere'));
    await desk.call('bundle.withdraw-files', { handle });
    expect(await readFile(place())).toEqual(photo);
  });

  it('is gone for good when the trash is emptied', async () => {
    const desk = await deskWith(writeEmptyWorkspace);
    const come = await imported(desk);
    await takenBack(desk, come);
    await desk.call('trash.delete', { keys: 'all' } as never);
    await desk.call('bundle.bring-back-files', { handle: come.handle });
    expect(existsSync(place())).toBe(false);
  });
});
