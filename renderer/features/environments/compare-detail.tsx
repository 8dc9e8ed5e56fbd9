import type { ComparedCell, ComparedName } from '#shared/environment/compare-environments.ts';
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import { stateOf } from './compare-cell.tsx';
import type { SecretStatesByDocument } from './use-all-secret-states.ts';
import styles from './compare-detail.module.css';

interface CompareDetailProps {
  readonly named: ComparedName | undefined;
  /** `undefined` in the column of names. */
  readonly environment: Environment | undefined;
  readonly cell: ComparedCell | undefined;
  readonly secrets: SecretStatesByDocument;
}

/** The cell at the cursor in full: whose the value is, and all of a long one. */
export function CompareDetail({ named, environment, cell, secrets }: CompareDetailProps) {
  return (
    <footer className={styles.detail} aria-label="The cell at the cursor">
      <span className={styles.detailHead}>
        {environment !== undefined && <EnvironmentDot colour={environment.colour} />}
        <span className={styles.detailName}>{named?.name ?? ''}</span>
        <span>{named === undefined ? '' : whereFrom(environment, cell)}</span>
        <span className={styles.keys}>Enter edits · Esc reverts · Delete removes</span>
      </span>
      <span className={styles.detailText} tabIndex={-1}>
        {fullText(cell, stateOf(cell, secrets))}
      </span>
    </footer>
  );
}

function whereFrom(environment: Environment | undefined, cell: ComparedCell | undefined): string {
  if (environment === undefined || cell === undefined) return 'in every environment';
  if (cell.kind === 'missing') return `missing in ${environment.name}, and there is no default`;
  if (cell.kind === 'inherited') return `in ${environment.name}: the default`;
  if (environment.defaults === true) return 'the default of all environments';
  return cell.overrides ? `in ${environment.name}: instead of the default` : `in ${environment.name}`;
}

function fullText(cell: ComparedCell | undefined, state: string): string {
  if (cell === undefined || cell.kind === 'missing') return '';
  return isSecretValue(cell.value) ? `A secret: ${state}` : cell.value.value;
}
