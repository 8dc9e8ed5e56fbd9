// Taking back the removal of a document: it is shown again, but nobody is taken away from where they went meanwhile.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { removalWanted } from '../../../../renderer/store/document-removal.ts';
import {
  documentAdded,
  documentEdited,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { libraryStepsForgotten, libraryStepUndone } from '../../../../renderer/store/library-steps.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { activeOwnerId, documentOpened, viewStore } from '../../../../renderer/store/view-store.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  stored,
} from '../../../support/shown-workspace.ts';

const shown = () => activeOwnerId(viewStore.getState());

describe('a removal that is taken back', () => {
  forgetShownWorkspace();
  const restoring = vi.fn<() => Promise<void>>();
  let undo: () => void = () => undefined;

  beforeEach(async () => {
    bridgeDouble.reset();
    libraryStepsForgotten();
    bridgeDouble.answer('document.remove', () => ({ ok: true, value: null }) as never);
    bridgeDouble.answer('document.restore', async () => {
      await restoring();
      return { ok: true, value: stored(lookup) };
    });
    vi.spyOn(toasts, 'show').mockImplementation(({ action }) => {
      undo = action?.onClick ?? undo;
      return 'shown';
    });
    workspaceOpened(shownWorkspace());
    documentOpened(lookup.id);
    await removalWanted(lookup.id);
    expect(documentsStore.getState().documents[lookup.id]).toBeUndefined();
  });

  test('shows the document', async () => {
    restoring.mockResolvedValue();
    undo();
    await vi.waitFor(() => expect(shown()).toBe(lookup.id));
  });

  test('leaves a person who opened something else in the meantime there', async () => {
    restoring.mockImplementation(() => {
      documentOpened(shopApi.id);
      return Promise.resolve();
    });
    undo();
    await vi.waitFor(() => expect(documentsStore.getState().documents[lookup.id]).toBeDefined());
    expect(shown()).toBe(shopApi.id);
  });

  test('is nothing where the trash gave the document back already: what is on screen stays', () => {
    documentAdded(stored(lookup));
    documentEdited<Flow>(lookup.id, (flow) => ({ ...flow, strict: !flow.strict }));
    const before = documentsStore.getState().documents[lookup.id];
    undo();
    expect(libraryStepUndone(shopApi.id)).toBe(false);
    expect(bridgeDouble.names()).not.toContain('document.restore');
    expect(documentsStore.getState().documents[lookup.id]).toBe(before);
  });
});
