import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import type { ApiCallOverrides } from '#shared/nodes/api-call-node.ts';
import { useEndpoint } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import type { CallEditorProps } from './api-call-editor.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import styles from './inspector.module.css';

/** Where no endpoint is picked yet, its defaults are what would hold. */
const defaults = {
  timeouts: endpointSchema.shape.timeouts.parse(undefined),
  retry: endpointSchema.shape.retry.parse(undefined),
};

/** What this node replaces of its endpoint's timeouts and retries; an empty field inherits, and shows what. */
export function CallRetryTab({ flow, node }: CallEditorProps) {
  const endpoint = useEndpoint(node.config.endpoint);
  const inherited = endpoint ?? defaults;
  const { overrides } = node.config;
  const changed = (next: ApiCallOverrides, field: string) =>
    configEdited(flow.id, node, { overrides: next }, `overrides ${field}`);
  const retry = (change: Patch<RetryPolicy>) =>
    changed(withPart(overrides, 'retry', change), Object.keys(change).join());
  const timeouts = (change: Patch<Timeouts>) =>
    changed(withPart(overrides, 'timeouts', change), Object.keys(change).join());
  const from = endpoint === undefined ? 'the defaults' : endpoint.name;
  const own = overrides.retry !== undefined || overrides.timeouts !== undefined;
  const readMs = overrides.timeouts?.responseMs;
  return (
    <InspectorBody>
      <Field as="group" label="Retries" aside={aside(overrides.retry, from)}>
        <div className={styles.numbers}>
          <OverrideField
            label="Retries"
            max={100}
            value={overrides.retry?.retries}
            inherited={String(inherited.retry.retries)}
            onChange={(retries) => retry({ retries })}
          />
          <OverrideField
            label="First delay"
            unit="ms"
            max={86_400_000}
            value={overrides.retry?.firstDelayMs}
            inherited={String(inherited.retry.firstDelayMs)}
            onChange={(firstDelayMs) => retry({ firstDelayMs })}
          />
          <OverrideField
            label="Factor"
            unit="×"
            min={1}
            max={10}
            value={overrides.retry?.factor}
            inherited={String(inherited.retry.factor)}
            onChange={(factor) => retry({ factor })}
          />
          <OverrideField
            label="Longest delay"
            unit="s"
            max={86_400}
            value={seconds(overrides.retry?.longestDelayMs)}
            inherited={String(inherited.retry.longestDelayMs / 1000)}
            onChange={(value) => retry({ longestDelayMs: milliseconds(value) })}
          />
        </div>
      </Field>
      <Field as="group" label="Timeouts" aside={aside(overrides.timeouts, from)}>
        <div className={styles.numbers}>
          <OverrideField
            label="Connection"
            unit="s"
            max={86_400}
            value={seconds(overrides.timeouts?.connectMs)}
            inherited={String(inherited.timeouts.connectMs / 1000)}
            onChange={(value) => timeouts({ connectMs: milliseconds(value) })}
          />
          <OverrideField
            label="Read"
            unit="s"
            max={86_400}
            value={seconds(readMs)}
            inherited={String(inherited.timeouts.responseMs / 1000)}
            onChange={(value) => timeouts({ responseMs: milliseconds(value), idleMs: milliseconds(value) })}
          />
        </div>
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

type Patch<Part> = { readonly [Key in keyof Part]?: Part[Key] | undefined };

/** The overrides with one part changed; settings that are `undefined` are inherited again, and an empty part goes. */
function withPart<Key extends 'retry' | 'timeouts'>(
  overrides: ApiCallOverrides,
  key: Key,
  change: Patch<NonNullable<ApiCallOverrides[Key]>>,
): ApiCallOverrides {
  const merged = Object.entries({ ...overrides[key], ...change }).filter(([, value]) => value !== undefined);
  const { [key]: _before, ...rest } = overrides;
  return merged.length === 0 ? (rest as ApiCallOverrides) : { ...rest, [key]: Object.fromEntries(merged) };
}

function aside(own: object | undefined, from: string): string {
  return own === undefined ? `from ${from}` : 'changed here';
}

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
