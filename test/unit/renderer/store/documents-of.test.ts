// Lists of documents stay the same objects while nothing that they show changes: else every view renders with every key.
import { describe, expect, test } from 'vitest';
import {
  documentHeadsOf,
  documentsOf,
  foldersOfRepeated,
  isSameHead,
  sameWhileUnedited,
} from '../../../../renderer/store/documents-of.ts';
import {
  documentAdded,
  documentEdited,
  documentPatched,
  documentsStore,
} from '../../../../renderer/store/documents-store.ts';
import { keptWhileSame } from '../../../../renderer/store/kept-while-same.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { userGreeting, usersApi } from '../../../stories/user-greeting.ts';

const flow = userGreeting();
const endpoint = usersApi('http://localhost');
documentAdded(flow);
documentAdded(endpoint);

const now = () => documentsStore.getState().documents;
const endpoints = keptWhileSame((documents: ReturnType<typeof now>) =>
  documentsOf(documents, 'flowbench.endpoint'),
);
const heads = keptWhileSame(
  (documents: ReturnType<typeof now>) => documentHeadsOf(documents, 'flowbench.flow'),
  isSameHead,
);
const typed = (text: string) =>
  documentEdited<Flow>(flow.id, (before) => ({
    ...before,
    strict: !before.strict,
    name: before.name + text,
  }));

describe('the list of endpoints', () => {
  test('is the same while a flow is edited and saved', () => {
    const before = endpoints(now());
    typed('');
    documentPatched(flow.id, (open) => ({ ...open, save: { type: 'saving' } }));
    documentPatched(flow.id, (open) => ({ ...open, save: { type: 'saved' } }));
    expect(endpoints(now())).toBe(before);
  });

  test('is another one when an endpoint changes or comes', () => {
    const before = endpoints(now());
    documentEdited<typeof endpoint>(endpoint.id, (each) => ({ ...each, description: 'changed' }));
    const changed = endpoints(now());
    expect(changed).not.toBe(before);
    expect(changed).toEqual([{ ...endpoint, description: 'changed' }]);
  });
});

describe('the heads of flows', () => {
  test('are the same until a name changes', () => {
    const before = heads(now());
    typed('');
    expect(heads(now())).toBe(before);
    typed('!');
    expect(heads(now())).toEqual([{ id: flow.id, name: `${flow.name}!`, folder: 'flows' }]);
  });

  test('come by name, and numbers in them by size', () => {
    for (const name of ['Flow 10', 'Flow 9']) documentAdded(storyFlow({ name, nodes: [], connections: [] }));
    expect(heads(now()).map(({ name }) => name)).toEqual(['Flow 9', 'Flow 10', `${flow.name}!`]);
  });
});

describe('the documents', () => {
  test('are the same while they only stand otherwise to their files', () => {
    const before = sameWhileUnedited(now());
    documentPatched(flow.id, (open) => ({ ...open, save: { type: 'saving' } }));
    expect(sameWhileUnedited(now())).toBe(before);
    documentPatched(flow.id, (open) => ({ ...open, file: 'flows/Shop/greeting.json' }));
    expect(sameWhileUnedited(now())).toBe(now());
  });

  test('of one name are told apart by their folders', () => {
    const twin = storyFlow({ name: 'Flow 9', nodes: [], connections: [] });
    documentAdded({ ...twin, id: `${twin.id.slice(0, -1)}x` as typeof twin.id }, 'flows/Old/Trials');
    const folders = foldersOfRepeated(now());
    expect([...folders.values()].sort()).toEqual(['', 'Old / Trials']);
    expect(folders.has(flow.id)).toBe(false);
  });
});
