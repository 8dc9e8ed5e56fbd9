import { useEffect } from 'react';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { startFinding } from '../../store/finding.ts';
import { useFind } from '../../store/find-store.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { FindForm, FindScope } from './find-form.tsx';
import { FindResults } from './find-results.tsx';
import styles from './find.module.css';

/** Finds text in every document of the workspace, and replaces it. */
export function FindView() {
  useEffect(startFinding, []);
  const isAsked = useFind(({ query }) => query.text !== '');
  const trouble = useFind((state) => state.trouble);
  const count = useFind(({ found }) => found.count);
  const searching = useFind((state) => state.searching);
  return (
    <div className={styles.view}>
      <PanelHead title="Find" tools={<FindScope />} />
      <FindForm />
      {!isAsked && (
        <EmptyState icon="search" title="Find in the workspace">
          Names, texts, templates, addresses, headers, values and bodies of all documents, and what scenarios
          say and expect. Secrets are never searched, and runs are not.
        </EmptyState>
      )}
      {isAsked && trouble === null && count === 0 && !searching && (
        <p className={styles.none}>Nothing in these documents is like that.</p>
      )}
      {count > 0 && <FindResults />}
    </div>
  );
}
