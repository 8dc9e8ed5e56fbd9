// Saving by itself: soon after an edit, never over a decision that is the person's, and nothing is called saved that is not.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shopApi, shownWorkspace } from '../../../support/shown-workspace.ts';
import { savedNow, saveAgain, startAutosave } from '../../../../renderer/store/autosave.ts';
import {
  documentEdited,
  documentPatched,
  documentsStore,
  editUndone,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';

let stop: () => void;
let revisions: number;

forgetShownWorkspace();

beforeEach(() => {
  vi.useFakeTimers();
  bridgeDouble.reset();
  revisions = 0;
  workspaceOpened(shownWorkspace());
  bridgeDouble.answer('document.save', () => saved());
  stop = startAutosave();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function saved() {
  revisions += 1;
  return {
    ok: true as const,
    value: {
      file: 'flows/saved.json',
      revision: `r${String(revisions)}`,
      savedAt: '2026-03-01T10:00:00.000Z',
    },
  };
}
const notWritten = () => ({
  ok: false as const,
  failure: { code: 'not-written' as const, message: 'The disk is full.' },
});
const renamed = (name: string, id: typeof lookup.id | typeof shopApi.id = lookup.id) =>
  documentEdited(id, (document) => ({ ...document, name }), 'name');
const namesSaved = () => bridgeDouble.asked('document.save').map(({ document }) => document.name);
const stateOf = (id: string) => documentsStore.getState().documents[id]?.save;

describe('an edit', () => {
  it('is saved 300 ms after the last letter', async () => {
    renamed('O');
    await vi.advanceTimersByTimeAsync(299);
    renamed('Or');
    await vi.advanceTimersByTimeAsync(299);
    expect(namesSaved()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(namesSaved()).toEqual(['Or']);
    expect(stateOf(lookup.id)).toEqual({ type: 'saved' });
  });

  it('is saved within a second while the typing goes on, with time for the disk', async () => {
    for (let letter = 1; letter <= 4; letter += 1) {
      renamed('x'.repeat(letter));
      await vi.advanceTimersByTimeAsync(letter === 4 ? 99 : 200);
    }
    expect(namesSaved()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(namesSaved()).toEqual(['xxxx']);
  });

  it('names the opening and the revision that it is based on', async () => {
    renamed('Once');
    await vi.advanceTimersByTimeAsync(300);
    renamed('Twice');
    await vi.advanceTimersByTimeAsync(300);
    expect(bridgeDouble.asked('document.save')).toMatchObject([
      { opening: 'the first opening', revision: 'of Order lookup', overwrite: false },
      { opening: 'the first opening', revision: 'r1', overwrite: false },
    ]);
  });

  it('that comes while another is being saved is saved after it, and not beside it', async () => {
    let finish = (): void => undefined;
    bridgeDouble.answer('document.save', () => new Promise((resolve) => (finish = () => resolve(saved()))));
    renamed('One');
    await vi.advanceTimersByTimeAsync(300);
    renamed('Two');
    await vi.advanceTimersByTimeAsync(5000);
    expect(namesSaved()).toEqual(['One']);
    finish();
    await vi.advanceTimersByTimeAsync(300);
    expect(namesSaved()).toEqual(['One', 'Two']);
    expect(bridgeDouble.asked('document.save')[1]?.revision).toBe('r1');
    finish();
  });

  it('is not made while the workspace is being left, nor is one taken back', () => {
    renamed('Before');
    documentsStore.setState({ leaving: true });
    renamed('After');
    editUndone(lookup.id);
    expect(documentsStore.getState().documents[lookup.id]?.document.name).toBe('Before');
  });
});

describe('a conflict', () => {
  it('stops saving until somebody decides, and an edit does not decide', async () => {
    const failure = {
      code: 'conflict',
      reason: 'damaged',
      message: 'It is damaged: line 1.',
      theirs: null,
    } as const;
    bridgeDouble.answer('document.save', () => ({ ok: false, failure }));
    renamed('Mine');
    await vi.advanceTimersByTimeAsync(300);
    const { code: _code, ...conflict } = failure;
    expect(stateOf(lookup.id)).toEqual({ type: 'conflict', ...conflict });
    renamed('Mine again');
    await vi.advanceTimersByTimeAsync(5000);
    expect(namesSaved()).toEqual(['Mine']);

    bridgeDouble.answer('document.save', () => saved());
    await saveAgain(lookup.id, true);
    expect(bridgeDouble.asked('document.save').at(-1)).toMatchObject({
      document: { name: 'Mine again' },
      overwrite: true,
    });
    expect(stateOf(lookup.id)).toEqual({ type: 'saved' });
  });
});

describe('saving now', () => {
  it('does not wait for the pause, and gives nothing where everything is saved', async () => {
    renamed('Now');
    renamed('Now too', shopApi.id);
    expect(await savedNow()).toEqual([]);
    expect([...namesSaved()].sort()).toEqual(['Now', 'Now too']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(namesSaved()).toHaveLength(2);
  });

  it('waits for what is being saved, and saves what was typed meanwhile', async () => {
    bridgeDouble.answer('document.save', ({ document }) => {
      if (document.name === 'One') renamed('Two');
      return saved();
    });
    renamed('One');
    expect(await savedNow()).toEqual([]);
    expect(namesSaved()).toEqual(['One', 'Two']);
  });

  it('tries once more what was refused, and gives what is refused again', async () => {
    bridgeDouble.answer('document.save', notWritten);
    renamed('Mine');
    await vi.advanceTimersByTimeAsync(300);
    expect(stateOf(lookup.id)).toEqual({ type: 'failed', message: 'The disk is full.' });
    expect((await savedNow()).map(({ document }) => document.name)).toEqual(['Mine']);
    expect(namesSaved()).toEqual(['Mine', 'Mine']);

    bridgeDouble.answer('document.save', () => saved());
    expect(await savedNow()).toEqual([]);
  });

  it('gives what nobody has decided about, and saves nothing over it', async () => {
    const conflict = { type: 'conflict', reason: 'removed', message: 'It is gone.', theirs: null } as const;
    documentPatched(shopApi.id, (open) => ({ ...open, save: conflict }));
    expect((await savedNow()).map(({ document }) => document.name)).toEqual(['Shop API']);
    expect(namesSaved()).toEqual([]);
  });

  it('gives what a main process that broke could not save', async () => {
    bridgeDouble.answer('document.save', () => Promise.reject(new Error('Something went wrong inside.')));
    renamed('Mine');
    expect(await savedNow()).toMatchObject([{ save: { message: 'Something went wrong inside.' } }]);
  });
});
