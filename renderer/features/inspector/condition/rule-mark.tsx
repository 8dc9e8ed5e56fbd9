import type { PreviewedRule } from '#shared/condition/preview-condition.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon, type IconName } from '../../../ui/icon/icon.tsx';
import styles from './condition.module.css';

const marks: Readonly<Record<PreviewedRule['outcome'], readonly [icon: IconName, words: string]>> = {
  met: ['circle-check', 'Met now'],
  unmet: ['circle-x', 'Not met now'],
  unjudged: ['warning', 'Cannot be judged now'],
  unknown: ['minus', 'Not known yet'],
  failed: ['exception', 'Cannot be rendered'],
};

interface RuleMarkProps {
  /** Whether the rule looks at a value yet; one that is being written needs no warning. */
  readonly isWritten: boolean;
  readonly preview: PreviewedRule | undefined;
}

/** What became of a rule with the values of now. */
export function RuleMark({ isWritten, preview }: RuleMarkProps) {
  if (preview === undefined || !isWritten) return <span className={styles.mark} />;
  const { outcome, reason } = preview;
  const [icon, words] = marks[outcome];
  const label = reason === null ? words : `${words}: ${reason}`;
  return (
    <span className={classNames(styles.mark, styles[outcome])} title={label}>
      <Icon name={icon} size={14} label={label} />
    </span>
  );
}

/** Says of a way that a run would take it with the values of now. */
export function TakenNow() {
  return (
    <span className={styles.takenNow}>
      <Icon name="check" size={12} />
      taken now
    </span>
  );
}
