// Taking back the removal of a document: it is shown again, but nobody is taken away from where they went meanwhile.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { removalWanted } from '../../../../renderer/store/document-removal.ts';
import { documentsStore, workspaceOpened } from '../../../../renderer/store/documents-store.ts';
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
});
