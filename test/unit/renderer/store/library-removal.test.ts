// A folder that is deleted again takes only what it took before, and what came back otherwise is left as it is.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { storyId } from '../../../stories/story-id.ts';
import {
  documentAdded,
  documentEdited,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { libraryQuestionClosed, libraryQuestionStore } from '../../../../renderer/store/library-dialogs.ts';
import { itemsRemoved } from '../../../../renderer/store/library-removal.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';

const folder = 'flows/Shop';
const one = { ...stored(lookup), file: `${folder}/one.json` };
const two = {
  ...stored({ ...lookup, id: storyId('fl', 'Two'), name: 'Two' }),
  file: `${folder}/two.json`,
};
const all = [one, two];
const there = () => Object.keys(documentsStore.getState().documents);

describe('a folder that was deleted', () => {
  forgetShownWorkspace();

  beforeEach(async () => {
    libraryStepsForgotten();
    libraryQuestionClosed();
    bridgeDouble.reset();
    bridgeDouble.answer('folder.remove', () => ({
      ok: true,
      value: { folders: [], removed: there() as Flow['id'][], left: null },
    }));
    bridgeDouble.answer('document.restore', ({ id }) => ({
      ok: true,
      value: all.find(({ document }) => document.id === id) ?? one,
    }));
    vi.spyOn(toasts, 'show').mockReturnValue('shown');
    workspaceOpened(shownWorkspace({ documents: [one], folders: [folder] }));
    await itemsRemoved([folder]);
    expect(there()).toEqual([]);
  });

  test('is deleted again after undo, and comes back again', async () => {
    libraryStepUndone(null);
    await vi.waitFor(() => expect(there()).toEqual([lookup.id]));
    libraryStepRedone(null);
    await vi.waitFor(() => expect(there()).toEqual([]));
    libraryStepUndone(null);
    await vi.waitFor(() => expect(there()).toEqual([lookup.id]));
  });

  test('is deleted again only after a question where something came into it since', async () => {
    libraryStepUndone(null);
    await vi.waitFor(() => expect(there()).toEqual([lookup.id]));
    documentAdded(two);
    libraryStepRedone(null);
    expect(libraryQuestionStore.getState().question).toEqual({ type: 'delete', items: [folder] });
    expect(bridgeDouble.asked('folder.remove')).toHaveLength(1);
    // Nothing was deleted, so there is nothing to take back.
    expect(libraryStepUndone(null)).toBe(false);
  });

  test('leaves as it is on screen what the trash gave back one by one', () => {
    documentAdded(one);
    documentEdited<Flow>(lookup.id, (flow) => ({ ...flow, strict: !flow.strict }));
    const before = documentsStore.getState().documents[lookup.id];
    expect(libraryStepUndone(null)).toBe(false);
    expect(documentsStore.getState().documents[lookup.id]).toBe(before);
    expect(bridgeDouble.names()).not.toContain('document.restore');
  });

  test('brings back the rest where the trash gave back a part', async () => {
    documentAdded(one);
    documentAdded(two);
    await itemsRemoved([folder]);
    documentAdded(one);
    const before = documentsStore.getState().documents[lookup.id];
    libraryStepUndone(null);
    await vi.waitFor(() => expect(there()).toHaveLength(2));
    expect(bridgeDouble.asked('document.restore')).toEqual([{ id: two.document.id }]);
    expect(documentsStore.getState().documents[lookup.id]).toBe(before);
  });
});
