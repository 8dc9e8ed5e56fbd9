// What the window knows of problems: how many there are, in words, and which nodes and documents are marked.
import { beforeEach, describe, expect, it } from 'vitest';
import { Linter } from '#shared/lint/linter.ts';
import {
  countsInWords,
  countsOf,
  findingsArrived,
  isSameFinding,
  nodeMarkId,
  problemGoneTo,
  problemsStore,
} from '../../../../renderer/store/problems-store.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { ask, rowOf, say, workspaceOf } from '../../../stories/lint/lint-case.ts';

const flow = rowOf([ask('order id'), say('', 'Nothing'), say('{{ordr}}', 'Wrong')]);
const lint = () => new Linter().lint(workspaceOf(flow));

beforeEach(() => findingsArrived([]));

describe('problems', () => {
  it('are counted by severity, in words without what there is none of', () => {
    expect(countsInWords(countsOf(lint()))).toBe('2 errors, 1 warning');
    expect(countsInWords({ error: 1, warning: 0, note: 2 })).toBe('1 error, 2 notes');
    expect(countsInWords(countsOf([]))).toBe('');
  });

  it('mark nodes and documents by the worst of them', () => {
    findingsArrived(lint());
    const { marks } = problemsStore.getState();
    expect(marks.get(nodeMarkId(flow.id, nodeNamed(flow, 'Wrong').id))?.severity).toBe('error');
    expect(marks.get(nodeMarkId(flow.id, nodeNamed(flow, 'Nothing').id))?.severity).toBe('warning');
    expect(marks.get(flow.id)?.severity).toBe('error');
    expect(marks.get(nodeMarkId(flow.id, nodeNamed(flow, 'End').id))).toBeUndefined();
  });

  it('give the same marks while none differs, so that the canvas need not be drawn again', () => {
    findingsArrived(lint());
    const { marks } = problemsStore.getState();
    findingsArrived(lint());
    expect(problemsStore.getState().marks).toBe(marks);
    findingsArrived([]);
    expect(problemsStore.getState().marks.size).toBe(0);
  });

  it('stay gone to when they are told anew', () => {
    const [first] = lint();
    problemGoneTo(first!);
    const again = lint();
    findingsArrived(again);
    expect(problemsStore.getState().current).toBe(again[0]);
    expect(isSameFinding(first!, again[0]!)).toBe(true);
    expect(isSameFinding(first!, again[1]!)).toBe(false);
  });
});
