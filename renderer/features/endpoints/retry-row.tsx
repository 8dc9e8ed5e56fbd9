import { useState, type KeyboardEvent } from 'react';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import { Button } from '../../ui/button/button.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { TagChip } from '../../ui/status/tag-chip.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { RetryPicture } from './retry-picture.tsx';
import { SecondsField } from './seconds-field.tsx';
import styles from './endpoint-editor.module.css';

/** When and how often calls are attempted again, with a picture of the delays. */
export function RetryRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const { retry } = endpoint;
  const changed = (change: Partial<RetryPolicy>) =>
    endpointEdited(endpoint.id, { retry: { ...retry, ...change } }, `retry ${Object.keys(change).join()}`);
  return (
    <FormRow title="Retry" hint="A node may override it">
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
          <RetryOn retry={retry} onChange={changed} />
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

interface RetryOnProps {
  readonly retry: RetryPolicy;
  readonly onChange: (change: Partial<RetryPolicy>) => void;
}

function RetryOn({ retry, onChange }: RetryOnProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const added = () => {
    const code = Number(typed);
    if (Number.isInteger(code) && code >= 100 && code <= 599 && !retry.codes.includes(code)) {
      onChange({ codes: [...retry.codes, code].sort((a, b) => a - b) });
    }
    setTyped(null);
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <div className={styles.hosts} role="group" aria-label="Retry on">
      <span className={styles.inlineLabel}>Retry on</span>
      {retry.onFailure ? (
        <TagChip onRemove={() => onChange({ onFailure: false })}>failure</TagChip>
      ) : (
        <Button look="quiet" size="s" onClick={() => onChange({ onFailure: true })}>
          + failure
        </Button>
      )}
      {retry.codes.map((code) => (
        <TagChip key={code} onRemove={() => onChange({ codes: retry.codes.filter((each) => each !== code) })}>
          {String(code)}
        </TagChip>
      ))}
      {typed === null ? (
        <Button look="quiet" size="s" onClick={() => setTyped('')}>
          + Code
        </Button>
      ) : (
        <TextField
          autoFocus
          mono
          label="Status code to retry on"
          placeholder="409"
          className={styles.codeField}
          value={typed}
          onChange={setTyped}
          onBlur={added}
          onKeyDown={keyPressed}
        />
      )}
    </div>
  );
}
