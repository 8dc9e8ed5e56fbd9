// Ids and files are two names for one document; the index has to agree with both.
import { describe, expect, it } from 'vitest';
import { DocumentIndex, storedDocument } from '#electron/workspace/document-index.ts';
import type { DocumentFile } from '#electron/workspace/read-document-file.ts';
import { frozenDocument } from '../../../support/workspace-fixture.ts';

const lookup: DocumentFile = {
  type: 'document',
  file: 'flows/order-lookup.json',
  revision: 'r1',
  stored: frozenDocument('flows/order-lookup.json'),
};
const empty: DocumentFile = {
  ...lookup,
  file: 'flows/empty.json',
  stored: frozenDocument('flows/support/empty.json'),
};
const problem = {
  file: 'flows/broken.json',
  code: 'not-json',
  message: 'Broken.',
  setAsideAs: null,
} as const;

describe('what is known of a workspace', () => {
  it('is found by id and by file', () => {
    const index = new DocumentIndex();
    index.put(lookup);
    expect(index.byId('fl_orderlookupo')).toBe(lookup);
    expect(index.byFile('flows/order-lookup.json')).toBe(lookup);
    expect(index.byId('fl_emptyemptyem')).toBeNull();
    expect(index.byFile('flows/empty.json')).toBeNull();
  });

  it('follows a document into another file', () => {
    const index = new DocumentIndex();
    index.put(lookup);
    index.put({ ...lookup, file: 'flows/renamed.json' });
    expect(index.byFile('flows/order-lookup.json')).toBeNull();
    expect(index.byFile('flows/renamed.json')?.stored).toBe(lookup.stored);
    expect(index.documents).toHaveLength(1);
  });

  it('gives a file to the document that came last', () => {
    const index = new DocumentIndex();
    index.put(lookup);
    index.put({ ...empty, file: lookup.file });
    expect(index.byId('fl_orderlookupo')).toBeNull();
    expect(index.byFile(lookup.file)?.stored).toBe(empty.stored);
  });

  it('holds what another program wrote beside what the person has accepted', () => {
    const index = new DocumentIndex();
    index.put(lookup);
    const theirs = { ...lookup, revision: 'r2' };
    index.offer(theirs);
    expect(index.byId('fl_orderlookupo')).toBe(theirs);
    expect(index.accepted('fl_orderlookupo')).toBe(lookup);
    index.accept('fl_orderlookupo');
    expect(index.accepted('fl_orderlookupo')).toBe(theirs);
    index.remove('fl_orderlookupo');
    expect(index.accepted('fl_orderlookupo')).toBeNull();
  });

  it('is listed by file name, and a document ends the problem of its file', () => {
    const index = new DocumentIndex();
    index.putProblem(problem);
    index.putProblem({ ...problem, file: lookup.file });
    index.put(lookup);
    index.put(empty);
    expect(index.documents.map((each) => each.file)).toEqual(['flows/empty.json', 'flows/order-lookup.json']);
    expect(index.problems).toEqual([problem]);
    expect([...index.files].sort()).toEqual([
      'flows/broken.json',
      'flows/empty.json',
      'flows/order-lookup.json',
    ]);
    index.removeProblem(problem.file);
    expect(index.problemOf(problem.file)).toBeNull();
  });

  it('shows a document without what only saving needs', () => {
    expect(storedDocument(lookup)).toEqual({
      file: 'flows/order-lookup.json',
      revision: 'r1',
      document: lookup.stored.content,
    });
  });
});
