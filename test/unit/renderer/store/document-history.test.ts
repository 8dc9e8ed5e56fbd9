// Undo and redo of one document: every step back gives exactly what was there, however the steps came about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import {
  emptyHistory,
  historyLimit,
  recordEdit,
  stepBack,
  stepForward,
  type DocumentHistory,
} from '../../../../renderer/store/document-history.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { shopApi } from '../../../support/shown-workspace.ts';

const named = (name: string): WorkspaceDocument => ({ ...shopApi, name });
const namesBack = (history: DocumentHistory): string[] => {
  const names = [];
  for (let step = stepBack(history); step !== null; step = stepBack(step.history))
    names.push(step.document.name);
  return names;
};

/** A history of edits of one field at these times, each giving the document another name. */
function typed(edits: readonly { readonly field: string | null; readonly atMs: number }[]): DocumentHistory {
  return edits.reduce(
    (history, { field, atMs }, at) =>
      recordEdit(history, named(`name ${String(at)}`), named(`name ${String(at + 1)}`), field, atMs),
    emptyHistory,
  );
}

describe('the history of a document', () => {
  it('gives sixty edits back one by one, and forward again one by one', () => {
    const anyDocuments = fc.array(anyDocument, { minLength: 61, maxLength: 61 });
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        let history = emptyHistory;
        for (const [at, document] of documents.slice(1).entries())
          history = recordEdit(history, documents[at]!, document, null, at);
        for (let at = 59; at >= 0; at -= 1) {
          const step = stepBack(history);
          expect(step?.document).toEqual(documents[at]);
          history = step!.history;
        }
        expect(stepBack(history)).toBeNull();
        for (let at = 1; at <= 60; at += 1) {
          const step = stepForward(history);
          expect(step?.document).toEqual(documents[at]);
          history = step!.history;
        }
        expect(stepForward(history)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('is a line of documents with a place in it, whatever is done in which order', () => {
    const anyMove = fc.oneof(
      fc.record({ type: fc.constant('edit' as const), name: fc.string() }),
      fc.record({ type: fc.constantFrom('back' as const, 'forward' as const) }),
    );
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 60 }), (moves) => {
        let [history, shown, line, place] = [emptyHistory, named('first'), [named('first')], 0];
        for (const move of moves) {
          if (move.type === 'edit') {
            const after = named(move.name);
            history = recordEdit(history, shown, after, null, 0);
            [line, place, shown] = [[...line.slice(0, place + 1), after], place + 1, after];
            continue;
          }
          const step = move.type === 'back' ? stepBack(history) : stepForward(history);
          const next = place + (move.type === 'back' ? -1 : 1);
          if (step === null) expect(line[next]).toBeUndefined();
          else [history, shown, place] = [step.history, step.document, next];
          expect(shown).toEqual(line[place]);
        }
      }),
    );
  });
});

describe('typing', () => {
  it('in one field is one step, as long as no pause is longer than a second', () => {
    const history = typed([
      { field: 'name', atMs: 0 },
      { field: 'name', atMs: 1000 },
      { field: 'name', atMs: 2000 },
    ]);
    expect(namesBack(history)).toEqual(['name 0']);
    expect(stepForward(stepBack(history)!.history)?.document.name).toBe('name 3');
  });

  it.each([
    ['after a pause', { field: 'name', atMs: 1001 }],
    ['in another field', { field: 'description', atMs: 10 }],
    ['that names no field', { field: null, atMs: 10 }],
  ])('%s is a step of its own', (_, second) => {
    expect(namesBack(typed([{ field: 'name', atMs: 0 }, second]))).toEqual(['name 1', 'name 0']);
  });

  it('does not go on in a step that was taken back and made again', () => {
    const history = typed([{ field: 'name', atMs: 0 }]);
    const again = stepForward(stepBack(history)!.history)!.history;
    expect(namesBack(recordEdit(again, named('name 1'), named('name 2'), 'name', 10))).toEqual([
      'name 1',
      'name 0',
    ]);
  });

  it('after a step back forgets what could be made again', () => {
    const back = stepBack(typed([{ field: 'name', atMs: 0 }]))!.history;
    expect(stepForward(recordEdit(back, named('name 0'), named('other'), 'name', 10))).toBeNull();
  });
});

it('keeps the last 200 steps', () => {
  const history = typed(Array.from({ length: historyLimit + 5 }, (_, at) => ({ field: null, atMs: at })));
  const names = namesBack(history);
  expect(names).toHaveLength(200);
  expect(names.at(-1)).toBe('name 5');
});
