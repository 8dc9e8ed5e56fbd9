// What came in a bundle is one step: taken back with all that came, and what was edited since stays.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import type { ImportedBundle } from '#shared/ipc/channels/bundle-channels.ts';
import { bundleTaken } from '../../../../renderer/store/bundle-taken.ts';
import {
  documentEdited,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { libraryStepRedone, libraryStepUndone } from '../../../../renderer/store/library-steps.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { activeDocumentId, viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

const come = storyFlow({ name: 'Returns', nodes: [['Start', 'start', {}]], connections: [] });
const theirs = { ...lookup, name: 'Theirs' };
let shown: ToastContent[];

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('document.save', () => ({
    ok: true,
    value: { file: 'flows/saved.json', revision: 'saved', savedAt: '2026-03-01T10:00:00.000Z' },
  }));
  bridgeDouble.answer('document.remove', () => ({ ok: true, value: null }));
  bridgeDouble.answer('bundle.withdraw-files', () => null);
  bridgeDouble.answer('bundle.bring-back-files', () => null);
  bridgeDouble.answer('document.restore', () => ({ ok: true, value: stored(come) }));
  workspaceOpened(shownWorkspace());
  viewStore.setState(viewStore.getInitialState(), true);
  shown = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
});
afterEach(() => void vi.restoreAllMocks());

const nameOf = (id: string) => documentsStore.getState().documents[id]?.document.name;

function taken(more: Partial<ImportedBundle> = {}): void {
  bundleTaken(
    { name: 'Acme Shop', handle: 'the-bundle' },
    {
      documents: [stored(come), stored(theirs, 'r2')],
      opens: come.id,
      kept: 0,
      left: [],
      troubles: [],
      ...more,
    },
  );
}

describe('what came in a bundle', () => {
  it('is shown, its flow opens, and it is told what came and what is left to enter', () => {
    taken({ kept: 1, left: ['token of the API endpoint Shop API'], troubles: ['It was locked.'] });
    expect([nameOf(come.id), nameOf(lookup.id)]).toEqual(['Returns', 'Theirs']);
    expect(activeDocumentId(viewStore.getState())).toBe(come.id);
    expect(shown).toMatchObject([
      {
        title: 'Acme Shop is imported',
        body: '1 document came. 1 document was replaced. 1 secret is kept. To be entered yet: token of the API endpoint Shop API. It was locked.',
        stays: true,
      },
    ]);
  });

  it('is taken back by undo, with what was replaced as it was, and comes again by redo', async () => {
    taken();
    expect(libraryStepUndone(come.id)).toBe(true);
    await vi.waitFor(() => expect(nameOf(lookup.id)).toBe('Order lookup'));
    expect(nameOf(come.id)).toBeUndefined();
    expect(bridgeDouble.asked('document.remove')).toEqual([{ id: come.id }]);
    expect(libraryStepRedone(null)).toBe(true);
    await vi.waitFor(() => expect(nameOf(lookup.id)).toBe('Theirs'));
    expect(nameOf(come.id)).toBe('Returns');
  });

  it('leaves what was edited since, and says so', async () => {
    taken();
    documentEdited(lookup.id, (flow) => ({ ...flow, name: 'Mine now' }));
    shown[0]?.action?.onClick();
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    expect(nameOf(lookup.id)).toBe('Mine now');
    expect(shown[1]?.body).toBe('“Theirs” was edited since, and stays as it is.');
    expect(nameOf(come.id)).toBeUndefined();
  });
});
