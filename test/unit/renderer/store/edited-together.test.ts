// What is done to several documents at once is one step: undone and done again in all of them.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  documentEdited,
  documentsEditedTogether,
  documentsStore,
  editRedone,
  editUndone,
  historyForgotten,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { WorkspaceId } from '#shared/ids/ids.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';

const [local, live] = ['local', 'live'].map((name) =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: `en_${name.padEnd(12, 'a')}`,
    name,
    values: [{ name: 'host', value: name }],
  }),
) as [Environment, Environment];

beforeEach(() => {
  workspaceOpened({
    opening: 'one',
    id: 'ws_aaaaaaaaaaaa' as WorkspaceId,
    name: 'Shop',
    folder: '/shop',
    sampleUrl: null,
    problems: [],
    folders: [],
    documents: [local, live].map((document) => ({ file: `${document.name}.json`, revision: 'r', document })),
  });
});

const withoutValues = (document: WorkspaceDocument): WorkspaceDocument =>
  ({ ...document, values: [] }) as WorkspaceDocument;
const counts = () =>
  [local, live].map(
    ({ id }) => (documentsStore.getState().documents[id]?.document as Environment).values.length,
  );
const together = () =>
  documentsEditedTogether(new Map([local, live].map(({ id }) => [id, withoutValues] as const)));

describe('an edit of several documents', () => {
  it('is taken back in all of them from any, and done again', () => {
    together();
    expect(counts()).toEqual([0, 0]);
    expect(editUndone(live.id)).toEqual([local.id, live.id]);
    expect(counts()).toEqual([1, 1]);
    expect(editRedone(local.id)).toEqual([local.id, live.id]);
    expect(counts()).toEqual([0, 0]);
  });

  it('leaves a document alone that has been edited since', () => {
    together();
    documentEdited<Environment>(live.id, (before) => ({ ...before, name: 'production' }));
    expect(editUndone(local.id)).toEqual([local.id]);
    expect(counts()).toEqual([1, 0]);
  });

  it('is no more where nothing may be undone', () => {
    together();
    historyForgotten(local.id);
    expect(editUndone(local.id)).toEqual([]);
    expect(counts()).toEqual([0, 0]);
  });
});
