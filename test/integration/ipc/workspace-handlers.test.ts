// Opening another workspace has many ways to go wrong, and none may cost the one that is open.
import { existsSync, readFileSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFlow } from '#shared/flow/new-flow.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk } from '../../support/handler-desk.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const example = path.resolve('examples/order-lookup');

describe('workspace.*', () => {
  it('makes a workspace in the folder that a person picks, named after it where no name was given', async () => {
    const folder = await newFolder(root.path, 'Acme Shop');
    const desk = newDesk(root.path, { answers: { folders: [folder] } });
    const made = await desk.call('workspace.create', { folder: null, name: '' });
    expect(made).toMatchObject({
      ok: true,
      value: { name: 'Acme Shop', folder, documents: [], sampleUrl: null },
    });
    expect(desk.happened).toEqual(['asked for a folder to create']);
    expect(existsSync(path.join(folder, 'flowbench.json'))).toBe(true);
    expect(await desk.call('workspace.read', null)).toMatchObject({ folder });
  });

  it('leaves what is open where the person changes their mind', async () => {
    const desk = newDesk(root.path, {
      answers: { folders: [await newFolder(root.path, 'one'), null, null] },
    });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    for (const outcome of [
      await desk.call('workspace.create', { folder: null, name: 'Two' }),
      await desk.call('workspace.open', { folder: null }),
    ]) {
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    }
    expect(await desk.call('workspace.read', null)).toMatchObject({ name: 'One' });
  });

  it('leaves what is open where the other folder is no workspace', async () => {
    const other = await newFolder(root.path, 'photos');
    await writeFile(path.join(other, 'cat.png'), '');
    const desk = newDesk(root.path, { answers: { folders: [await newFolder(root.path, 'one'), other] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const opened = await desk.call('workspace.open', { folder: null });
    expect(opened).toMatchObject({ ok: false, failure: { code: 'not-a-workspace' } });
    expect(await desk.call('workspace.read', null)).toMatchObject({ name: 'One' });
  });

  it('opens a folder that was open before without asking, and asks about any other', async () => {
    const [one, two] = [await newFolder(root.path, 'one'), await newFolder(root.path, 'two')];
    const desk = newDesk(root.path, { answers: { folders: [one, two, null] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    await desk.call('workspace.create', { folder: null, name: 'Two' });
    expect(await desk.call('workspace.open', { folder: one })).toMatchObject({
      ok: true,
      value: { name: 'One' },
    });
    const asked = desk.happened.length;
    const elsewhere = await desk.call('workspace.open', { folder: '/etc' });
    expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(desk.happened.slice(asked)).toEqual(['asked for a folder to open']);
  });

  it('gives the open workspace again where it is asked for once more', async () => {
    const folder = await newFolder(root.path, 'one');
    const desk = newDesk(root.path, { answers: { folders: [folder] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const before = await desk.workbench.current();
    expect(await desk.call('workspace.open', { folder })).toMatchObject({ ok: true });
    expect(await desk.workbench.current()).toBe(before);
  });

  it('forgets a recent workspace that is not there any more', async () => {
    const [one, two] = [await newFolder(root.path, 'one'), await newFolder(root.path, 'two')];
    const desk = newDesk(root.path, { answers: { folders: [one, two] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    await desk.call('workspace.create', { folder: null, name: 'Two' });
    await rm(one, { recursive: true });
    const opened = await desk.call('workspace.open', { folder: one });
    expect(opened).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(desk.settings.read().recentWorkspaces.map(({ folder }) => folder)).toEqual([two]);
  });

  it('serves the sample API while the example is open, and not after', async () => {
    const copy = path.join(root.path, 'example');
    await cp(example, copy, { recursive: true });
    const desk = newDesk(root.path, {
      exampleFolder: copy,
      answers: { folders: [await newFolder(root.path, 'one')] },
    });
    const opened = await desk.call('workspace.open-example', null);
    const sampleUrl = opened.ok ? opened.value.sampleUrl : null;
    expect(sampleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${String(sampleUrl)}/orders/10482`)).status).toBe(200);
    await desk.call('workspace.create', { folder: null, name: 'One' });
    await expect(fetch(`${String(sampleUrl)}/orders/10482`)).rejects.toThrow();
    expect((await desk.call('workspace.read', null)).sampleUrl).toBeNull();
  });

  it('silences a rule for a whole workspace in its file, of which the rest stays, and lets it be told again', async () => {
    const folder = await newFolder(root.path, 'one');
    const desk = newDesk(root.path, { answers: { folders: [folder] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const { opening } = await desk.call('workspace.read', null);
    const file = path.join(folder, 'flowbench.json');
    const before = await readFile(file, 'utf8');
    const written = before.replace('"One"', '"One",\n  "later": "another version knows it"');
    await writeFile(file, written);
    const silence = (reason: string | null, of = opening) =>
      desk.call('workspace.silence', { opening: of, rule: 'text-missing', reason });

    const silenced = [{ rule: 'text-missing', reason: 'Drafts.' }];
    expect(await silence('Drafts.')).toEqual({ ok: true, value: silenced });
    expect((await desk.call('workspace.read', null)).silenced).toEqual(silenced);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      name: 'One',
      later: expect.any(String),
      silenced,
    });
    expect(await silence('Drafts.', 'another')).toMatchObject({ ok: false });
    expect(await silence(null)).toEqual({ ok: true, value: [] });
    expect(await readFile(file, 'utf8')).toBe(written);
    await writeFile(file, '{');
    expect(await silence('Drafts.')).toMatchObject({ ok: false, failure: { code: 'not-written' } });
    expect(await readFile(file, 'utf8')).toBe('{');
  });

  it('shows the folder of the open workspace', async () => {
    const folder = await newFolder(root.path, 'one');
    const desk = newDesk(root.path, { answers: { folders: [folder] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    await desk.call('workspace.reveal', null);
    expect(desk.happened.at(-1)).toBe(`showed ${folder}`);
  });
});

describe('view.*', () => {
  it('remembers the view of each workspace by itself', async () => {
    const [one, two] = [await newFolder(root.path, 'one'), await newFolder(root.path, 'two')];
    const desk = newDesk(root.path, { answers: { folders: [one, two] } });
    const usual = viewStateSchema.parse({});
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const { opening } = await desk.call('workspace.read', null);
    const view = { ...usual, inspectorOpen: false };
    await desk.call('view.write', { opening, view });
    await desk.call('workspace.create', { folder: null, name: 'Two' });
    expect(await desk.call('view.read', null)).toEqual(usual);
    await desk.call('workspace.open', { folder: one });
    expect(await desk.call('view.read', null)).toEqual(view);
  });

  it('takes no view that belongs to a workspace that was open before', async () => {
    const [one, two] = [await newFolder(root.path, 'one'), await newFolder(root.path, 'two')];
    const desk = newDesk(root.path, { answers: { folders: [one, two] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const { opening } = await desk.call('workspace.read', null);
    await desk.call('workspace.create', { folder: null, name: 'Two' });
    const usual = viewStateSchema.parse({});
    await desk.call('view.write', { opening, view: { ...usual, inspectorOpen: false } });
    expect(await desk.call('view.read', null)).toEqual(usual);
  });
});

describe('document.save', () => {
  it('refuses a document of a workspace that was open before, and writes it nowhere', async () => {
    const [one, two] = [await newFolder(root.path, 'one'), await newFolder(root.path, 'two')];
    const desk = newDesk(root.path, { answers: { folders: [one, two] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    const { opening } = await desk.call('workspace.read', null);
    const document = newFlow(storyId('fl', 'Late'), 'Late', storyId('nd', 'Start'));
    const late = { opening, document, revision: null, overwrite: false };
    await desk.call('workspace.create', { folder: null, name: 'Two' });
    expect(await desk.call('document.save', late)).toMatchObject({
      ok: false,
      failure: { code: 'other-workspace' },
    });
    expect(await readdir(two)).toEqual(['flowbench.json']);
  });
});

describe('attachment.pick', () => {
  it('copies the file that a person picks into the workspace', async () => {
    const [folder, picked] = [await newFolder(root.path, 'one'), root.file('photo.png')];
    await writeFile(picked, 'pixels');
    const desk = newDesk(root.path, { answers: { folders: [folder], files: [picked, null] } });
    await desk.call('workspace.create', { folder: null, name: 'One' });
    expect(await desk.call('attachment.pick', null)).toEqual({
      ok: true,
      value: { file: 'files/photo.png', sizeBytes: 6 },
    });
    expect(readFileSync(path.join(folder, 'files', 'photo.png'), 'utf8')).toBe('pixels');
    expect(await desk.call('attachment.pick', null)).toMatchObject({
      ok: false,
      failure: { code: 'cancelled' },
    });
  });
});

describe('app.*, settings.* and clipboard.*', () => {
  it('answer without an open workspace', async () => {
    const desk = newDesk(root.path);
    expect(await desk.call('app.info', null)).toMatchObject({ version: '0.1.0' });
    expect(await desk.call('settings.read', null)).toMatchObject({ theme: 'system', recentWorkspaces: [] });
    expect(await desk.call('settings.change', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
    expect(await desk.call('settings.change', {})).toMatchObject({ theme: 'dark' });
    await desk.call('clipboard.write', { text: '{{order_id}}' });
    await desk.call('app.quit', null);
    expect(desk.happened).toEqual(['copied {{order_id}}', 'quit']);
  });
});
