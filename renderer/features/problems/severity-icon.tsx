import type { Severity } from '#shared/lint/finding.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './problems.module.css';

const icons: Readonly<Record<Severity, IconName>> = { error: 'problem', warning: 'warning', note: 'info' };

/** The sign of a severity, which says its word. */
export function SeverityIcon({
  severity,
  size = 14,
}: {
  readonly severity: Severity;
  readonly size?: 12 | 14;
}) {
  return <Icon name={icons[severity]} size={size} label={severity} className={styles[severity]} />;
}
