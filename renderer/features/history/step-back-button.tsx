import { useCommandKeys } from '../../store/command-keys.ts';
import { pastChoices } from '../../store/debug-choices.ts';
import { pastStepped } from '../../store/past-run-steps.ts';
import type { PastRun } from '../../store/past-runs.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';

interface StepBackButtonProps {
  /** What shows the run. */
  readonly ownerId: string;
  readonly past: PastRun;
}

/** Looks at the moment before of a run of the history: the way into its steps. */
export function StepBackButton({ ownerId, past }: StepBackButtonProps) {
  const keysOf = useCommandKeys();
  return (
    <IconButton
      icon="step-back"
      label="Step back"
      keys={keysOf('run.step-back')}
      tipSide="bottom"
      disabledReason={pastChoices(past).includes('back') ? undefined : 'This is the first moment.'}
      onClick={() => void pastStepped(ownerId, 'back')}
    />
  );
}
