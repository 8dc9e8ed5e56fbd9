// What keys do on a row of the Problems panel.
import { describe, expect, it, vi } from 'vitest';
import '../../../../support/bridge-double.ts';
import { Linter } from '#shared/lint/linter.ts';
import { actOfKey } from '../../../../../renderer/features/problems/problem-keys.ts';
import type { ProblemRow } from '../../../../../renderer/features/problems/problem-rows.ts';
import { rowOf, say, workspaceOf } from '../../../../stories/lint/lint-case.ts';

const [finding] = new Linter().lint(workspaceOf(rowOf([say('')])));
const row: ProblemRow = { kind: 'finding', id: '1', finding: finding!, node: null, field: 'Text' };
const head = (folded: boolean): ProblemRow => ({
  kind: 'document',
  id: 'fl_1',
  name: 'Told',
  icon: 'flow',
  counts: '1 warning',
  folded,
});
const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('keys of problems', () => {
  it.each([
    [false, ['Enter', ' ', 'ArrowLeft'], 'ArrowRight'],
    [true, ['Enter', ' ', 'ArrowRight'], 'ArrowLeft'],
  ])('fold and unfold a document (folded: %s)', (folded, folding, other) => {
    const onFold = vi.fn();
    for (const key of folding) actOfKey(press(key), head(folded), onFold)?.();
    expect(onFold.mock.calls).toEqual(folding.map(() => ['fl_1']));
    expect(actOfKey(press(other), head(folded), onFold)).toBeNull();
    expect(actOfKey(press('Enter', { ctrlKey: true }), head(folded), onFold)).toBeNull();
  });

  it('go to a problem and offer the ways to mend it', () => {
    const onFold = vi.fn();
    expect(actOfKey(press('Enter'), row, onFold)).not.toBeNull();
    expect(actOfKey(press('.', { ctrlKey: true }), row, onFold)).not.toBeNull();
    expect(actOfKey(press('.', { metaKey: true }), row, onFold)).not.toBeNull();
  });

  it('leave other keys to the list and the window', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', ' ', '.', 'x'])
      expect(actOfKey(press(key), row, vi.fn())).toBeNull();
    expect(actOfKey(press('Enter', { altKey: true }), row, vi.fn())).toBeNull();
    expect(actOfKey(press('Enter', { ctrlKey: true }), row, vi.fn())).toBeNull();
  });
});
