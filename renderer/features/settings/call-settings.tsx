import type { CallDefaults } from '#shared/endpoint/call-defaults.ts';
import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import type { Settings, SettingsPatch } from '#shared/settings/settings.ts';
import { settingsChanged } from '../../store/settings-actions.ts';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RetryOnField } from '../../ui/field/retry-on-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import type { Setting } from './setting.ts';
import styles from './settings.module.css';

const longestS = 24 * 3600;

const withTimeouts = ({ defaults }: Settings, change: Partial<Timeouts>): SettingsPatch => ({
  defaults: { ...defaults, timeouts: { ...defaults.timeouts, ...change } },
});
const withRetry = ({ defaults }: Settings, change: Partial<RetryPolicy>): SettingsPatch => ({
  defaults: { ...defaults, retry: { ...defaults.retry, ...change } },
});

/** What endpoints call with that leave timeouts and retries to the settings. */
export const callSettings: readonly Setting[] = [
  seconds('connection', 'Connection', {
    says: 'How long a call waits for name, connection and encryption.',
    read: ({ timeouts }) => timeouts.connectMs,
    write: (connectMs) => (connectMs === null ? {} : { connectMs }),
  }),
  seconds('read', 'Read', {
    says: 'How long a call waits for the first byte, and between two bytes.',
    words: 'response idle timeout',
    read: ({ timeouts }) => timeouts.responseMs,
    write: (readMs) => (readMs === null ? {} : { responseMs: readMs, idleMs: readMs }),
  }),
  seconds('total', 'Total', {
    says: 'How long all attempts and the delays between them may take; empty is off.',
    placeholder: 'off',
    read: ({ timeouts }) => timeouts.totalMs,
    write: (totalMs) => ({ totalMs }),
  }),
  number('retries', 'Retries', 'retries', {
    says: 'How many further attempts a call that failed gets.',
    max: 100,
  }),
  {
    id: 'retry-on',
    section: 'Retry',
    title: 'Retry on',
    says: 'What is tried again: calls that got no answer, and answers with these codes.',
    words: 'status codes failure',
    isGroup: true,
    of: ({ defaults: { retry } }) => [retry.onFailure, retry.codes],
    like: (settings, { defaults: { retry } }) =>
      withRetry(settings, { onFailure: retry.onFailure, codes: retry.codes }),
    control: (settings) => (
      <RetryOnField
        retry={settings.defaults.retry}
        onChange={(change) => void settingsChanged(withRetry(settings, change))}
      />
    ),
  },
  number('first-delay', 'First delay', 'firstDelayMs', {
    says: 'How long a call waits before its second attempt.',
    unit: 'ms',
    max: longestS * 1000,
  }),
  number('factor', 'Factor', 'factor', {
    says: 'How many times as long each delay is as the one before.',
    unit: '×',
    min: 1,
    max: 10,
    step: 0.1,
  }),
  number('longest-delay', 'Longest delay', 'longestDelayMs', {
    says: 'No delay is longer; a server that asks for more ends the call.',
    unit: 'ms',
    max: longestS * 1000,
  }),
  {
    ...retrySetting('jitter', 'jitter'),
    title: 'Jitter',
    says: 'Whether each delay is drawn at random, so that many callers do not come back at once.',
    isGroup: true,
    control: (settings) => (
      <Switch
        checked={settings.defaults.retry.jitter === 'full'}
        onChange={(on) => void settingsChanged(withRetry(settings, { jitter: on ? 'full' : 'none' }))}
      >
        Spread delays at random
      </Switch>
    ),
  },
  toggle('honour-retry-after', 'Retry-After', 'honourRetryAfter', {
    says: 'Whether a call waits as long as the server asks for.',
    label: 'Honour Retry-After',
  }),
  toggle('repeat-unsafe', 'POST and PATCH', 'repeatUnsafe', {
    says: 'Whether calls are repeated that may do their work twice.',
    label: 'Repeat POST and PATCH',
  }),
];

interface SecondsOf {
  readonly says: string;
  readonly words?: string;
  readonly placeholder?: string;
  readonly read: (defaults: CallDefaults) => number | null;
  readonly write: (valueMs: number | null) => Partial<Timeouts>;
}

function seconds(id: string, title: string, { placeholder, read, write, ...words }: SecondsOf): Setting {
  return {
    id,
    title,
    section: 'Timeouts',
    ...words,
    of: ({ defaults }) => [read(defaults), id === 'read' && defaults.timeouts.idleMs],
    like: (settings, other) => withTimeouts(settings, write(read(other.defaults))),
    control: (settings) => {
      const valueMs = read(settings.defaults);
      return (
        <NumberField
          className={styles.number}
          unit="s"
          min={0.001}
          max={longestS}
          placeholder={placeholder}
          value={valueMs === null ? null : valueMs / 1000}
          onChange={(typed) => {
            const change = write(typed === null ? null : Math.max(1, Math.round(typed * 1000)));
            void settingsChanged(withTimeouts(settings, change), id);
          }}
        />
      );
    },
  };
}

function retrySetting(id: string, key: keyof RetryPolicy) {
  return {
    id,
    section: 'Retry',
    of: ({ defaults }: Settings) => defaults.retry[key],
    like: (settings: Settings, other: Settings) => withRetry(settings, { [key]: other.defaults.retry[key] }),
  } as const;
}

interface NumberOf {
  readonly says: string;
  readonly max: number;
  readonly min?: number;
  readonly step?: number;
  readonly unit?: string;
}

type NumberKey = 'retries' | 'firstDelayMs' | 'factor' | 'longestDelayMs';

function number(id: string, title: string, key: NumberKey, { says, ...limits }: NumberOf): Setting {
  const { min = 0, step = 1 } = limits;
  return {
    ...retrySetting(id, key),
    title,
    says,
    control: (settings) => (
      <NumberField
        className={styles.number}
        {...limits}
        min={min}
        value={settings.defaults.retry[key]}
        onChange={(typed) => {
          if (typed === null) return;
          void settingsChanged(withRetry(settings, { [key]: step === 1 ? Math.round(typed) : typed }), key);
        }}
      />
    ),
  };
}

function toggle(
  id: string,
  title: string,
  key: 'honourRetryAfter' | 'repeatUnsafe',
  { label, says }: { readonly label: string; readonly says: string },
): Setting {
  return {
    ...retrySetting(id, key),
    title,
    says,
    isGroup: true,
    control: (settings) => (
      <Switch
        checked={settings.defaults.retry[key]}
        onChange={(on) => void settingsChanged(withRetry(settings, { [key]: on }))}
      >
        {label}
      </Switch>
    ),
  };
}
