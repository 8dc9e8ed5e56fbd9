import type { KeyboardEvent } from 'react';
import { fixesAsked, problemShown } from '../../store/problem-actions.ts';
import { problemGoneTo } from '../../store/problems-store.ts';
import type { ProblemRow } from './problem-rows.ts';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does on a row: Enter goes there, Ctrl+. offers the ways to mend it, the arrows fold a document. */
export function actOfKey(key: Key, row: ProblemRow, onFold: (id: string) => void): (() => void) | null {
  if (row.kind === 'finding') return actOnFinding(key, row);
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const folds = ['Enter', ' ', row.folded ? 'ArrowRight' : 'ArrowLeft'].includes(key.key);
  return folds ? () => onFold(row.id) : null;
}

function actOnFinding(
  { key, ctrlKey, metaKey, altKey }: Key,
  { finding }: Extract<ProblemRow, { kind: 'finding' }>,
): (() => void) | null {
  const withMod = ctrlKey || metaKey;
  if (key === '.' && withMod && !altKey)
    return () => {
      problemGoneTo(finding);
      fixesAsked();
    };
  return key === 'Enter' && !withMod && !altKey ? () => problemShown(finding) : null;
}
