import { inherits, withCallDefaults, withOwnPart } from '#shared/endpoint/call-defaults.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import { useApp } from '../../store/app-store.ts';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RetryOnField } from '../../ui/field/retry-on-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { InheritAgain } from './inherited-part.tsx';
import { RetryPicture } from './retry-picture.tsx';
import { SecondsField } from './seconds-field.tsx';
import styles from './endpoint-editor.module.css';

/** When and how often calls are attempted again, with a picture of the delays. */
export function RetryRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const defaults = useApp(({ settings }) => settings.defaults);
  const { retry } = withCallDefaults(endpoint, defaults);
  const changed = (change: Partial<RetryPolicy>) =>
    endpointEdited(
      endpoint.id,
      withOwnPart(endpoint, 'retry', { ...retry, ...change }),
      `retry ${Object.keys(change).join()}`,
    );
  const isLeft = inherits(endpoint, 'retry');
  return (
    <FormRow
      title="Retry"
      hint={`${isLeft ? 'From Settings. ' : ''}A node may override it`}
      aside={<InheritAgain endpoint={endpoint} part="retry" />}
    >
      <div className={styles.inline}>
        <RetryNumber
          label="Retries"
          value={retry.retries}
          max={100}
          onChange={(retries) => changed({ retries })}
        />
        <RetryNumber
          label="First delay"
          unit="ms"
          value={retry.firstDelayMs}
          max={86_400_000}
          onChange={(firstDelayMs) => changed({ firstDelayMs })}
        />
        <RetryNumber
          label="Factor"
          unit="×"
          value={retry.factor}
          min={1}
          max={10}
          step={0.1}
          onChange={(factor) => changed({ factor })}
        />
        <SecondsField
          label="Longest"
          valueMs={retry.longestDelayMs}
          onChange={(longestDelayMs) => longestDelayMs !== null && changed({ longestDelayMs })}
        />
      </div>
      {retry.retries > 0 && (
        <>
          <RetryPicture retry={retry} />
          <RetryOnField
            retry={retry}
            lead={<span className={styles.inlineLabel}>Retry on</span>}
            onChange={changed}
          />
          <div className={styles.switches}>
            <Switch
              checked={retry.jitter === 'full'}
              onChange={(on) => changed({ jitter: on ? 'full' : 'none' })}
            >
              Spread delays at random
            </Switch>
            <Switch
              checked={retry.honourRetryAfter}
              onChange={(honourRetryAfter) => changed({ honourRetryAfter })}
            >
              Honour Retry-After
            </Switch>
            <Switch checked={retry.repeatUnsafe} onChange={(repeatUnsafe) => changed({ repeatUnsafe })}>
              Repeat POST and PATCH
            </Switch>
          </div>
        </>
      )}
    </FormRow>
  );
}

interface RetryNumberProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly max: number;
  readonly unit?: string;
  readonly min?: number;
  readonly step?: number;
}

function RetryNumber({ label, value, onChange, max, unit, min = 0, step = 1 }: RetryNumberProps) {
  return (
    <label className={styles.inlineField}>
      <span className={styles.inlineLabel}>{label}</span>
      <NumberField
        label={label}
        className={unit === 'ms' ? styles.number : styles.narrow}
        unit={unit}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(next) => next !== null && onChange(step === 1 ? Math.round(next) : next)}
      />
    </label>
  );
}
