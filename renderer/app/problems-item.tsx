import { useCommandKeys } from '../store/command-keys.ts';
import { problemsShown } from '../store/problem-actions.ts';
import { countsInWords, countsOf, useProblems } from '../store/problems-store.ts';
import { StatusItem } from '../ui/button/status-item.tsx';

/** How many problems the workspace has, in the status bar; a click lists them. */
export function ProblemsItem() {
  const keysOf = useCommandKeys();
  const findings = useProblems((state) => state.findings);
  const { error, warning, note } = countsOf(findings);
  // Notes are worth a look and no alarm.
  const words = countsInWords({ error, warning, note: error + warning === 0 ? note : 0 });
  return (
    <StatusItem
      icon={error > 0 ? 'problem' : warning > 0 ? 'warning' : 'circle-check'}
      tone={error > 0 ? 'error' : warning > 0 ? 'warning' : 'neutral'}
      tooltip="Show the problems"
      keys={keysOf('problems.show')}
      onClick={problemsShown}
    >
      {words === '' ? 'No problems' : words}
    </StatusItem>
  );
}
