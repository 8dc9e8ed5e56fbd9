import { severities, type Severity } from '#shared/lint/finding.ts';
import type { ProblemCounts } from '../../store/problems-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Tooltip } from '../../ui/overlay/tooltip.tsx';
import { SeverityIcon } from './severity-icon.tsx';
import styles from './problems.module.css';

interface ProblemsBarProps {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly shown: ReadonlySet<Severity>;
  readonly onShown: (severities: ReadonlySet<Severity>) => void;
  readonly scope: 'here' | 'all';
  readonly onScope: (scope: 'here' | 'all') => void;
  /** What the document in view is: a flow or an endpoint. */
  readonly here: 'flow' | 'endpoint';
  readonly counts: ProblemCounts;
  /** How many problems are silenced, and whether they are listed too. */
  readonly silenced: number;
  readonly silencedShown: boolean;
  readonly onSilencedShown: (shown: boolean) => void;
}

const plurals: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

/** What the list is narrowed to. */
export function ProblemsBar(props: ProblemsBarProps) {
  const { typed, onTyped, scope, onScope, here } = props;
  return (
    <div className={styles.bar}>
      <SearchBox label="Filter problems" value={typed} onChange={onTyped} className={styles.filter} />
      <div role="group" aria-label="Severities" className={styles.severities}>
        {severities.map((severity) => (
          <SeverityToggle key={severity} severity={severity} {...props} />
        ))}
        {props.silenced > 0 && <SilencedToggle {...props} />}
      </div>
      <span className={styles.grow} />
      <Choice
        label="Problems of"
        size="s"
        value={scope}
        onChange={onScope}
        options={[
          { value: 'here', label: here === 'flow' ? 'This flow' : 'This endpoint' },
          { value: 'all', label: 'Workspace' },
        ]}
      />
    </div>
  );
}

/** Whatever is silenced is counted here, and shown when it is asked for. */
function SilencedToggle({
  silenced,
  silencedShown,
  onSilencedShown,
}: Pick<ProblemsBarProps, 'silenced' | 'silencedShown' | 'onSilencedShown'>) {
  return (
    <Tooltip content={`${silencedShown ? 'Hide' : 'Show'} what is silenced`}>
      <button
        type="button"
        aria-pressed={silencedShown}
        aria-label={`Silenced: ${String(silenced)}`}
        className={classNames(styles.toggle, silencedShown && styles.on)}
        onClick={() => onSilencedShown(!silencedShown)}
      >
        <Icon name="bell-off" size={12} />
        {silenced}
      </button>
    </Tooltip>
  );
}

function SeverityToggle({
  severity,
  shown,
  onShown,
  counts,
}: ProblemsBarProps & { readonly severity: Severity }) {
  const isShown = shown.has(severity);
  const toggled = () =>
    onShown(new Set(severities.filter((each) => (each === severity ? !isShown : shown.has(each)))));
  return (
    <Tooltip content={`${isShown ? 'Hide' : 'Show'} ${plurals[severity].toLowerCase()}`}>
      <button
        type="button"
        aria-pressed={isShown}
        aria-label={`${plurals[severity]}: ${String(counts[severity])}`}
        className={classNames(styles.toggle, isShown && styles.on)}
        onClick={toggled}
      >
        <SeverityIcon severity={severity} size={12} />
        {counts[severity]}
      </button>
    </Tooltip>
  );
}
