import { useState, type SubmitEvent } from 'react';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { HistorySettings } from '#shared/settings/settings.ts';
import { useApp } from '../../store/app-store.ts';
import { historyLimitsSet } from '../../store/history-actions.ts';
import { limitsAsked, useHistory } from '../../store/history-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { draftsKept } from '../../ui/field/drafts.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './history.module.css';

/** How much of the past is kept: as many runs, and as much of the disk. */
export function KeepDialog() {
  const asked = useHistory((state) => state.limitsAsked);
  return (
    <Dialog
      open={asked}
      onClose={() => limitsAsked(false)}
      keepsTyped
      title="Keep runs"
      description="The oldest runs of a workspace are removed once there are more; those of scenarios go first beyond a quarter. Pinned runs count and are never removed."
    >
      {asked && <KeepForm />}
    </Dialog>
  );
}

function KeepForm() {
  const kept = useApp((state) => state.settings.history);
  const runs = useHistory((state) => state.runs);
  const [limits, setLimits] = useState<HistorySettings>(kept);
  const size = formatSize(runs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const changed = (change: Partial<HistorySettings>) => setLimits((before) => ({ ...before, ...change }));
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    // A number counts when its field is left, and Enter leaves none.
    void draftsKept().then(() => setLimits((latest) => (void historyLimitsSet(latest), latest)));
  };
  return (
    <form className={styles.form} onSubmit={submitted} noValidate>
      <div className={styles.limits}>
        <Field label="At most">
          <NumberField
            value={limits.mostRuns}
            min={1}
            max={10_000}
            unit="runs"
            onChange={(mostRuns) => mostRuns !== null && changed({ mostRuns: Math.round(mostRuns) })}
          />
        </Field>
        <Field label="Together at most">
          <NumberField
            value={limits.mostMegabytes}
            min={1}
            max={100_000}
            step={10}
            unit="MB"
            onChange={(megabytes) => megabytes !== null && changed({ mostMegabytes: Math.round(megabytes) })}
          />
        </Field>
      </div>
      <p className={styles.hint}>
        Now kept here: {runs.length === 1 ? '1 run' : `${String(runs.length)} runs`}, {size}. A response
        larger than a tenth of the limit is not kept beyond this session.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => limitsAsked(false)}>Cancel</Button>
        <Button look="primary" type="submit">
          Keep
        </Button>
      </div>
    </form>
  );
}
