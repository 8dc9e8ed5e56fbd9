import { withCallDefaults } from '#shared/endpoint/call-defaults.ts';
import { redirectsInWords } from '#shared/endpoint/redirects-in-words.ts';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { ApiCallOverrides } from '#shared/nodes/api-call-node.ts';
import { useApp } from '../../store/app-store.ts';
import { useEndpoint } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { withOverride, type OverrideChanges } from './with-override.ts';
import styles from './inspector.module.css';

/** Where no endpoint is picked yet, its defaults are what would hold. */
const redirects = endpointSchema.shape.redirects.parse(undefined);

/** What this node replaces of its endpoint's timeouts and retries; an empty field inherits, and shows what. */
export function CallRetryTab({ flow, node }: CallEditorProps) {
  const endpoint = useEndpoint(node.config.endpoint);
  const defaults = useApp(({ settings }) => settings.defaults);
  const { overrides } = node.config;
  const changed = (next: ApiCallOverrides, field: string) =>
    configEdited(flow.id, node, { overrides: next }, `overrides ${field}`);
  const part = {
    overrides,
    inherited: endpoint === undefined ? { ...defaults, redirects } : withCallDefaults(endpoint, defaults),
    from: endpoint === undefined ? 'the defaults' : endpoint.name,
    onChange: changed,
  };
  const own = overrides.retry !== undefined || overrides.timeouts !== undefined;
  return (
    <InspectorBody>
      <RetryOverrides {...part} />
      <TimeoutOverrides {...part} />
      <Field as="group" label="Redirects" className={styles.titled} aside={`from ${part.from}`}>
        <p className={styles.meaning}>
          Every attempt begins at the first address. Redirects are{' '}
          {redirectsInWords(part.inherited.redirects)}.
        </p>
      </Field>
      {own && (
        <div>
          <Button look="quiet" icon="reset" onClick={() => changed({}, 'all')}>
            Inherit everything
          </Button>
        </div>
      )}
    </InspectorBody>
  );
}

interface OverridesProps {
  readonly overrides: ApiCallOverrides;
  readonly inherited: Pick<Endpoint, 'redirects' | 'retry' | 'timeouts'>;
  /** Whose values are inherited, by name. */
  readonly from: string;
  readonly onChange: (overrides: ApiCallOverrides, field: string) => void;
}

function RetryOverrides({ overrides, inherited, from, onChange }: OverridesProps) {
  const { retry } = overrides;
  const changed = (change: OverrideChanges['retry']) =>
    onChange(withOverride(overrides, 'retry', change), Object.keys(change).join());
  return (
    <Field as="group" label="Retry" className={styles.titled} aside={aside(retry, from)}>
      <div className={styles.numbers}>
        <OverrideField
          label="Retries"
          max={100}
          value={retry?.retries}
          inherited={String(inherited.retry.retries)}
          onChange={(retries) => changed({ retries: whole(retries) })}
        />
        <OverrideField
          label="First delay"
          unit="ms"
          max={86_400_000}
          value={retry?.firstDelayMs}
          inherited={String(inherited.retry.firstDelayMs)}
          onChange={(firstDelayMs) => changed({ firstDelayMs: whole(firstDelayMs) })}
        />
        <OverrideField
          label="Factor"
          unit="×"
          min={1}
          max={10}
          value={retry?.factor}
          inherited={String(inherited.retry.factor)}
          onChange={(factor) => changed({ factor })}
        />
        <OverrideField
          label="Longest delay"
          unit="s"
          max={86_400}
          value={seconds(retry?.longestDelayMs)}
          inherited={String(inherited.retry.longestDelayMs / 1000)}
          onChange={(value) => changed({ longestDelayMs: milliseconds(value) })}
        />
      </div>
    </Field>
  );
}

function TimeoutOverrides({ overrides, inherited, from, onChange }: OverridesProps) {
  const { timeouts } = overrides;
  const changed = (change: OverrideChanges['timeouts']) =>
    onChange(withOverride(overrides, 'timeouts', change), Object.keys(change).join());
  return (
    <Field as="group" label="Timeouts" className={styles.titled} aside={aside(timeouts, from)}>
      <div className={styles.numbers}>
        <OverrideField
          label="Connection"
          unit="s"
          max={86_400}
          value={seconds(timeouts?.connectMs)}
          inherited={String(inherited.timeouts.connectMs / 1000)}
          onChange={(value) => changed({ connectMs: milliseconds(value) })}
        />
        <OverrideField
          label="Read"
          unit="s"
          max={86_400}
          value={seconds(timeouts?.responseMs)}
          inherited={String(inherited.timeouts.responseMs / 1000)}
          onChange={(value) => changed({ responseMs: milliseconds(value), idleMs: milliseconds(value) })}
        />
      </div>
    </Field>
  );
}

function aside(own: object | undefined, from: string): string {
  return own === undefined ? `from ${from}` : 'changed here';
}

const whole = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value);
const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);
const milliseconds = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.max(1, Math.round(value * 1000));

interface OverrideFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly inherited: string;
  readonly onChange: (value: number | undefined) => void;
  readonly max: number;
  readonly min?: number;
  readonly unit?: string;
}

function OverrideField({ label, value, inherited, onChange, max, min = 0, unit }: OverrideFieldProps) {
  return (
    <Field label={label}>
      <NumberField
        value={value ?? null}
        placeholder={inherited}
        unit={unit}
        min={min}
        max={max}
        onChange={(next) => onChange(next ?? undefined)}
      />
    </Field>
  );
}
