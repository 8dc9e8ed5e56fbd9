import { EmptyState } from '../../ui/status/empty-state.tsx';
import styles from './response-viewer.module.css';
import headerStyles from './response-headers.module.css';

/** The response's headers as they came: order, case and repeats kept. */
export function ResponseHeaders({ headers }: { readonly headers: readonly (readonly [string, string])[] }) {
  if (headers.length === 0) {
    return (
      <EmptyState icon="list" title="No headers">
        No complete response came.
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Response headers">
      <dl className={headerStyles.headers}>
        {headers.map(([name, value], at) => (
          <div key={at} className={headerStyles.headerRow}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
