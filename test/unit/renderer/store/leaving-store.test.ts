// Leaving a workspace: nothing that is not saved is left behind without the person's word.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import {
  documentEdited,
  documentPatched,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { leavingStore } from '../../../../renderer/store/leaving-store.ts';
import { quitWanted, workspaceWanted } from '../../../../renderer/store/workspace-actions.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';

const save = { type: 'conflict', reason: 'removed', message: 'It is gone.', theirs: null } as const;
const question = () =>
  vi.waitFor(() => leavingStore.getState().asked ?? Promise.reject(new Error('not asked')));

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  for (const name of ['view.write', 'recovery.clear', 'recovery.note', 'app.quit', 'app.stay'] as const)
    bridgeDouble.answer(name, () => null);
  bridgeDouble.answer('view.read', () => viewStateSchema.parse({}));
  workspaceOpened(shownWorkspace());
});

describe('quitting', () => {
  it('asks nothing where everything is saved', async () => {
    await quitWanted();
    expect(bridgeDouble.names()).toEqual(['view.write', 'recovery.clear', 'app.quit']);
  });

  it('tells the main process not to wait, names what is not saved, and stays where the person waits', async () => {
    documentPatched(lookup.id, (open) => ({ ...open, save }));
    const quitting = quitWanted();
    const { notSaved, answer } = await question();
    expect(notSaved.map(({ document }) => document.name)).toEqual(['Order lookup']);
    expect(bridgeDouble.names()).toEqual(['app.stay']);
    answer(false);
    await quitting;
    expect(bridgeDouble.names()).toEqual(['app.stay']);
    expect(leavingStore.getState().asked).toBeNull();
    expect(documentsStore.getState().leaving).toBe(false);
  });

  it('goes on where the person gives it up', async () => {
    documentPatched(lookup.id, (open) => ({ ...open, save }));
    const quitting = quitWanted();
    (await question()).answer(true);
    await quitting;
    expect(bridgeDouble.names()).toEqual(['app.stay', 'view.write', 'recovery.clear', 'app.quit']);
  });

  it('asks once, however often the window is closed', async () => {
    documentPatched(lookup.id, (open) => ({ ...open, save }));
    const quitting = quitWanted();
    const { answer } = await question();
    await quitWanted();
    expect(bridgeDouble.names()).toEqual(['app.stay', 'app.stay']);
    answer(false);
    await quitting;
  });
});

describe('opening another workspace', () => {
  const other = shownWorkspace({
    opening: 'the second opening',
    documents: [stored({ ...lookup, name: 'Other' })],
  });

  it('takes no edit while that is under way, and takes them again in the other one', async () => {
    bridgeDouble.answer('history.list', () => ({ runs: [], total: 0, trouble: null }));
    bridgeDouble.answer('scenario.results', () => ({ results: [], next: null }));
    bridgeDouble.answer('recovery.read', () => ({ killedSince: null, documents: [] }));
    let finish = (): void => undefined;
    bridgeDouble.answer('workspace.open', () => {
      documentEdited(lookup.id, (flow) => ({ ...flow, name: 'Too late' }));
      return new Promise((resolve) => (finish = () => resolve({ ok: true, value: other })));
    });
    const opening = workspaceWanted('/work/other');
    await vi.waitFor(() => expect(bridgeDouble.names()).toContain('workspace.open'));
    expect(documentsStore.getState().documents[lookup.id]?.document.name).toBe('Order lookup');
    finish();
    await opening;
    expect(documentsStore.getState()).toMatchObject({
      leaving: false,
      workspace: { opening: 'the second opening' },
    });
    documentEdited(lookup.id, (flow) => ({ ...flow, name: 'In time' }));
    expect(documentsStore.getState().documents[lookup.id]?.document.name).toBe('In time');
  });

  it('takes edits again where no other one was opened', async () => {
    const failure = { code: 'cancelled', message: 'No folder was chosen.' } as const;
    bridgeDouble.answer('workspace.open', () => ({ ok: false, failure }));
    await workspaceWanted(null);
    expect(documentsStore.getState().leaving).toBe(false);
  });
});
