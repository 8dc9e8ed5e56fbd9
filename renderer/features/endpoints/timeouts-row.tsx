import { useState } from 'react';
import { inherits, withCallDefaults, withOwnPart } from '#shared/endpoint/call-defaults.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import { useApp } from '../../store/app-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { InheritAgain } from './inherited-part.tsx';
import { SecondsField } from './seconds-field.tsx';
import styles from './endpoint-editor.module.css';

/** How long calls wait: connection and read first, the single clocks under Advanced. */
export function TimeoutsRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const defaults = useApp(({ settings }) => settings.defaults);
  const { timeouts } = withCallDefaults(endpoint, defaults);
  const [advanced, setAdvanced] = useState(
    timeouts.responseMs !== timeouts.idleMs || timeouts.totalMs !== null,
  );
  const changed = (change: Partial<Timeouts>) =>
    endpointEdited(
      endpoint.id,
      withOwnPart(endpoint, 'timeouts', { ...timeouts, ...change }),
      `timeouts ${Object.keys(change).join()}`,
    );
  const readsDiffer = timeouts.responseMs !== timeouts.idleMs;
  return (
    <FormRow
      title="Timeouts"
      hint={inherits(endpoint, 'timeouts') ? 'From Settings' : undefined}
      aside={<InheritAgain endpoint={endpoint} part="timeouts" />}
    >
      <div className={styles.inline}>
        <SecondsField
          label="Connection"
          valueMs={timeouts.connectMs}
          onChange={(connectMs) => connectMs !== null && changed({ connectMs })}
        />
        <SecondsField
          label="Read"
          valueMs={readsDiffer ? null : timeouts.responseMs}
          placeholder={readsDiffer ? 'differs' : undefined}
          onChange={(readMs) => readMs !== null && changed({ responseMs: readMs, idleMs: readMs })}
        />
        <span className={styles.grow} />
        <Button
          look="quiet"
          icon={advanced ? 'chevron-down' : 'chevron-right'}
          aria-expanded={advanced}
          onClick={() => setAdvanced(!advanced)}
        >
          Advanced
        </Button>
      </div>
      {advanced && (
        <div className={styles.inline}>
          <SecondsField
            label="Response"
            valueMs={timeouts.responseMs}
            onChange={(responseMs) => responseMs !== null && changed({ responseMs })}
          />
          <SecondsField
            label="Idle"
            valueMs={timeouts.idleMs}
            onChange={(idleMs) => idleMs !== null && changed({ idleMs })}
          />
          <SecondsField
            label="Total"
            valueMs={timeouts.totalMs}
            placeholder="off"
            onChange={(totalMs) => changed({ totalMs })}
          />
          <span className={styles.inlineHint}>
            Response: sent to first byte. Idle: no byte moves. Total: all attempts.
          </span>
        </div>
      )}
    </FormRow>
  );
}
