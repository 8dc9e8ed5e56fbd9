// Undo takes back what was done last, whether that was to a document or to the folders around it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import {
  documentAdded,
  documentEdited,
  documentsEditedTogether,
  documentsStore,
  editRedone,
  editUndone,
} from '../../../../renderer/store/documents-store.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepTaken,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';

const flow = userGreeting();
let told: string[] = [];
const step = (name: string, flowId: string | null = null) =>
  libraryStepTaken({
    flowId,
    undo: () => Promise.resolve(void told.push(`${name} undone`)),
    redo: () => Promise.resolve(void told.push(`${name} again`)),
  });
const turned = (before: WorkspaceDocument): WorkspaceDocument =>
  before.format === 'flowbench.flow' ? { ...before, strict: !before.strict } : before;
const edited = () => documentEdited<Flow>(flow.id, (before) => ({ ...before, strict: !before.strict }));

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  libraryStepsForgotten();
  documentsStore.setState(documentsStore.getInitialState(), true);
  documentAdded(flow);
});

afterEach(() => {
  vi.useRealTimers();
});

const later = () => vi.advanceTimersByTime(1);

describe('steps of the library', () => {
  test('that are still being done again are taken back after that, and nothing in their place', async () => {
    let isThere = false;
    let gone = (): void => undefined;
    step('before');
    libraryStepTaken({
      undo: () => told.push('brought back'),
      redo: () =>
        new Promise<void>((resolve) => {
          gone = () => {
            told.push('gone');
            isThere = false;
            resolve();
          };
        }),
      isSettled: () => isThere,
    });
    libraryStepUndone(null);
    isThere = true;
    libraryStepRedone(null);
    expect(libraryStepUndone(null)).toBe(true);
    expect(told).toEqual(['brought back']);
    gone();
    await vi.waitFor(() => expect(told).toEqual(['brought back', 'gone', 'brought back']));
  });

  test('are taken back last first, and again first first', () => {
    step('one');
    step('two');
    expect([libraryStepUndone(null), libraryStepUndone(null), libraryStepUndone(null)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([libraryStepRedone(null), libraryStepRedone(null), libraryStepRedone(null)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(told).toEqual(['two undone', 'one undone', 'one again', 'two again']);
  });

  test('leave it to the document in view where that was edited since', () => {
    step('move');
    later();
    edited();
    expect(libraryStepUndone(flow.id)).toBe(false);
    expect(libraryStepUndone('another')).toBe(true);
    expect(libraryStepRedone('another')).toBe(true);
    editUndone(flow.id);
    expect(libraryStepUndone(flow.id)).toBe(true);
    expect(told).toEqual(['move undone', 'move again', 'move undone']);
  });

  test('come again in the order in which they were done', () => {
    edited();
    later();
    step('move');
    expect(libraryStepUndone(flow.id)).toBe(true);
    editUndone(flow.id);
    expect(libraryStepRedone(flow.id)).toBe(false);
  });

  test('of a flow are taken in its view alone, and leave those of others where they are', () => {
    step('move');
    step('breakpoint', flow.id);
    expect(libraryStepUndone('another')).toBe(true);
    expect(libraryStepUndone('another')).toBe(false);
    expect(libraryStepUndone(flow.id)).toBe(true);
    expect(libraryStepRedone(null)).toBe(true);
    expect(libraryStepRedone(null)).toBe(false);
    expect(libraryStepRedone(flow.id)).toBe(true);
    expect(told).toEqual(['move undone', 'breakpoint undone', 'move again', 'breakpoint again']);
  });

  test('can be taken back one by one, whatever was done since, and only once', () => {
    const first = step('one');
    step('two');
    first();
    first();
    expect(libraryStepUndone(null)).toBe(true);
    expect(libraryStepUndone(null)).toBe(false);
    expect(told).toEqual(['one undone', 'two undone']);
  });

  test('are no more once something else was done', () => {
    step('one');
    libraryStepUndone(null);
    step('two');
    expect(libraryStepRedone(null)).toBe(false);
  });

  test.each([
    ['a document is edited', edited],
    ['several are edited together', () => void documentsEditedTogether(new Map([[flow.id, turned]]))],
    ['one is made', () => documentAdded({ ...flow, id: storyId('fl', 'Another') })],
  ])('are not done again once %s', (_, does) => {
    step('deletion');
    libraryStepUndone(flow.id);
    does();
    expect([libraryStepRedone(flow.id), libraryStepRedone('another')]).toEqual([false, false]);
  });

  test('are done again where a document was only undone, redone or read from its file since', () => {
    edited();
    later();
    step('deletion');
    libraryStepUndone(flow.id);
    editUndone(flow.id);
    editRedone(flow.id);
    documentAdded({ document: flow, file: 'flows/a.json', revision: 'r2' });
    expect(libraryStepRedone(flow.id)).toBe(true);
  });

  test('of a flow are done again whatever was done to another', () => {
    step('breakpoint', 'another');
    libraryStepUndone('another');
    edited();
    expect(libraryStepRedone('another')).toBe(true);
  });

  test('are passed over where they were taken back in another way', () => {
    let isSettled = false;
    step('one');
    const undo = libraryStepTaken({
      undo: () => void told.push('two undone'),
      redo: () => undefined,
      isSettled: () => isSettled,
    });
    isSettled = true;
    undo();
    expect(libraryStepUndone(null)).toBe(true);
    expect(told).toEqual(['one undone']);
    isSettled = false;
    expect(libraryStepUndone(null)).toBe(true);
    expect(told).toEqual(['one undone', 'two undone']);
  });
});
