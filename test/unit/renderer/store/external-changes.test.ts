// What another program does to the files is shown or offered, never taken unasked, and nothing of the person's is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  staging,
  stored,
} from '../../../support/shown-workspace.ts';
import {
  documentEdited,
  documentsStore,
  editUndone,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import {
  externalChangesArrived,
  oursKept,
  theirsTaken,
} from '../../../../renderer/store/external-changes.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

let shown: ToastContent[];

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('document.accept', () => ({ ok: true, value: null }));
  bridgeDouble.answer('document.save', () => ({
    ok: true,
    value: { file: 'flows/saved.json', revision: 'saved', savedAt: '2026-03-01T10:00:00.000Z' },
  }));
  workspaceOpened(shownWorkspace());
  viewStore.setState(viewStore.getInitialState(), true);
  shown = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
});
afterEach(() => void vi.restoreAllMocks());

const open = (id: string) => documentsStore.getState().documents[id];
const theirs = stored({ ...lookup, name: 'Theirs' }, 'r2');
const edit = (name: string) => documentEdited(lookup.id, (flow) => ({ ...flow, name }));
const removed = (...documents: (typeof lookup | typeof shopApi | typeof staging)[]) =>
  externalChangesArrived(
    documents.map((document) => ({ type: 'removed', id: document.id, file: stored(document).file })),
  );

describe('a document that differs on disk', () => {
  it('is offered and not taken, also where nothing was edited here', () => {
    externalChangesArrived([{ type: 'changed', stored: theirs }]);
    expect(open(lookup.id)).toMatchObject({
      document: { name: 'Order lookup' },
      revision: 'of Order lookup',
      save: { type: 'conflict', reason: 'changed', theirs },
    });
    expect(bridgeDouble.names()).toEqual([]);
  });

  it('is accepted where it says what is here, as after a formatter', () => {
    externalChangesArrived([{ type: 'changed', stored: stored(lookup, 'r2') }]);
    expect(open(lookup.id)).toMatchObject({ revision: 'r2', save: { type: 'saved' } });
    expect(bridgeDouble.asked('document.accept')).toEqual([{ id: lookup.id, revision: 'r2' }]);
  });

  it('is taken when the person loads it, and what was here can be had back', async () => {
    edit('Mine');
    externalChangesArrived([{ type: 'changed', stored: theirs }]);
    await theirsTaken(lookup.id);
    expect(bridgeDouble.asked('document.accept')).toEqual([{ id: lookup.id, revision: 'r2' }]);
    expect(open(lookup.id)).toMatchObject({ document: { name: 'Theirs' }, save: { type: 'saved' } });
    editUndone(lookup.id);
    expect(open(lookup.id)).toMatchObject({ document: { name: 'Mine' }, revision: 'r2' });
  });

  it('is not taken where it has changed again, which is said', async () => {
    const failure = { code: 'document-changed', message: 'It has changed again.' } as const;
    bridgeDouble.answer('document.accept', () => ({ ok: false, failure }));
    externalChangesArrived([{ type: 'changed', stored: theirs }]);
    await theirsTaken(lookup.id);
    expect(open(lookup.id)).toMatchObject({ document: { name: 'Order lookup' }, save: { type: 'conflict' } });
    expect(shown).toMatchObject([{ body: 'It has changed again.' }]);
  });

  it('is written over only when the person keeps what is here', async () => {
    edit('Mine');
    externalChangesArrived([{ type: 'changed', stored: theirs }]);
    oursKept(lookup.id);
    await vi.waitFor(() => expect(open(lookup.id)?.save.type).toBe('saved'));
    expect(bridgeDouble.asked('document.save')).toMatchObject([
      { document: { name: 'Mine' }, overwrite: true },
    ]);
  });
});

describe('a document whose file goes away', () => {
  it('goes too, and can be had back for as long as the person likes', async () => {
    removed(lookup);
    expect(open(lookup.id)).toBeUndefined();
    expect(shown).toMatchObject([{ title: 'Order lookup was removed on disk', stays: true }]);
    shown[0]?.action?.onClick();
    await vi.waitFor(() => expect(open(lookup.id)?.save.type).toBe('saved'));
    expect(bridgeDouble.asked('document.save')).toMatchObject([
      { document: { name: 'Order lookup' }, revision: null, overwrite: false },
    ]);
  });

  it.each([
    ['an edit that is not saved', () => edit('Mine')],
    [
      'a change to decide about',
      () => {
        edit('Mine');
        externalChangesArrived([{ type: 'changed', stored: theirs }]);
      },
    ],
  ])('stays with %s, until the person decides', (_, before) => {
    before();
    removed(lookup);
    expect(open(lookup.id)).toMatchObject({
      document: { name: 'Mine' },
      save: { type: 'conflict', reason: 'removed', theirs: null },
    });
    expect(shown).toEqual([]);
  });

  it('is told once where many go, and all of them come back', async () => {
    removed(lookup, shopApi, staging);
    expect(shown).toMatchObject([
      { title: '3 documents were removed on disk', body: 'Order lookup, Shop API, Staging', stays: true },
    ]);
    shown[0]?.action?.onClick();
    await vi.waitFor(() => expect(bridgeDouble.asked('document.save')).toHaveLength(3));
  });

  it('is not brought back over one that is there again', () => {
    removed(lookup);
    externalChangesArrived([{ type: 'added', stored: theirs }]);
    shown[0]?.action?.onClick();
    expect(open(lookup.id)).toMatchObject({ document: { name: 'Theirs' }, revision: 'r2' });
  });

  it('is the active environment no longer, and is again when it comes back', () => {
    viewStore.setState({ environmentId: staging.id });
    removed(staging);
    expect(viewStore.getState().environmentId).toBeNull();
    shown[0]?.action?.onClick();
    expect(viewStore.getState().environmentId).toBe(staging.id);
  });
});

describe('a file that cannot be loaded', () => {
  const { file } = stored(lookup);
  const problem = { file, code: 'not-json', message: 'It is damaged: line 1.', setAsideAs: null } as const;
  const problems = () => documentsStore.getState().problems;

  beforeEach(() => externalChangesArrived([{ type: 'damaged', id: lookup.id, problem }]));

  it('is named once, with what is wrong now', () => {
    const worse = { ...problem, message: 'It is damaged: line 2.' };
    externalChangesArrived([{ type: 'damaged', id: lookup.id, problem: worse }]);
    expect(problems()).toEqual([worse]);
    expect(open(lookup.id)?.save.type).toBe('saved');
  });

  it.each([
    ['changed', { type: 'changed', stored: stored(lookup) }],
    ['added', { type: 'added', stored: stored(lookup) }],
    ['removed', { type: 'removed', id: lookup.id, file }],
    ['gone', { type: 'settled', file }],
  ] as const)('is a problem no longer when it is %s', (_, change) => {
    externalChangesArrived([change]);
    expect(problems()).toEqual([]);
  });
});
