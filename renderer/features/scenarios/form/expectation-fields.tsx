import { assertNever } from '#shared/outcome/assert-never.ts';
import { Checkbox } from '../../../ui/field/checkbox.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { CallExpectationFields } from './call-expectation-fields.tsx';
import { EndExpectationFields } from './end-expectation-fields.tsx';
import type { ExpectationFieldsProps } from './expectation-fields-props.ts';
import { ExitSelect } from './exit-select.tsx';
import { MatcherField } from './matcher-field.tsx';
import { NodeListField } from './node-list-field.tsx';
import { NodeSelect } from './node-select.tsx';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** The fields that belong to what an expectation is about. */
export function ExpectationFields({ expectation, onChange }: ExpectationFieldsProps) {
  switch (expectation.type) {
    case 'message':
      return <MessageFields expectation={expectation} onChange={onChange} />;
    case 'variable':
      return <VariableFields expectation={expectation} onChange={onChange} />;
    case 'exit':
      return <ExitFields expectation={expectation} onChange={onChange} />;
    case 'path':
      return <PathFields expectation={expectation} onChange={onChange} />;
    case 'calls':
      return <CallsFields expectation={expectation} onChange={onChange} />;
    case 'call-order':
      return (
        <NodeListField
          label="Calls in order"
          kinds={['api-call']}
          nodes={expectation.nodes}
          onChange={(nodes) => onChange({ ...expectation, nodes }, null)}
        />
      );
    case 'call':
      return <CallExpectationFields expectation={expectation} onChange={onChange} />;
    case 'end':
      return <EndExpectationFields expectation={expectation} onChange={onChange} />;
    case 'duration':
      return <DurationFields expectation={expectation} onChange={onChange} />;
    default:
      return assertNever(expectation);
  }
}

function MessageFields({ expectation, onChange }: ExpectationFieldsProps<'message'>) {
  return (
    <>
      <MatcherField
        isText
        label="Text"
        matcher={expectation.text}
        onChange={(text, field) => onChange({ ...expectation, text }, field)}
      />
      <NodeSelect
        label="Said at"
        none="Any node"
        kinds={null}
        value={expectation.node}
        onChange={(node) => onChange(withMember(expectation, 'node', node), null)}
      />
      <Checkbox
        checked={expectation.absent}
        onChange={(absent) => onChange({ ...expectation, absent }, null)}
      >
        It must never be said
      </Checkbox>
    </>
  );
}

function VariableFields({ expectation, onChange }: ExpectationFieldsProps<'variable'>) {
  return (
    <>
      <Field
        label="Variable, or a part of it"
        error={expectation.path === '' ? 'Name a variable.' : undefined}
      >
        <TextField
          mono
          placeholder="order.body.items.0.name"
          value={expectation.path}
          onChange={(path) => onChange({ ...expectation, path }, 'path')}
        />
      </Field>
      <MatcherField
        isText={false}
        label="Value"
        matcher={expectation.value}
        onChange={(value, field) => onChange({ ...expectation, value }, field)}
      />
    </>
  );
}

function ExitFields({ expectation, onChange }: ExpectationFieldsProps<'exit'>) {
  return (
    <div className={styles.line}>
      <NodeSelect
        label="Node"
        kinds={null}
        value={expectation.node}
        onChange={(node) => node !== undefined && onChange({ ...expectation, node, exit: '' }, null)}
      />
      <ExitSelect
        node={expectation.node}
        value={expectation.exit}
        onChange={(exit) => onChange({ ...expectation, exit }, null)}
      />
      <Field label="Times">
        <NumberField
          min={0}
          max={1_000_000}
          placeholder="at least once"
          value={expectation.times ?? null}
          onChange={(times) => onChange(withMember(expectation, 'times', whole(times)), null)}
        />
      </Field>
    </div>
  );
}

function PathFields({ expectation, onChange }: ExpectationFieldsProps<'path'>) {
  return (
    <>
      <NodeListField
        label="Nodes in order"
        kinds={null}
        nodes={expectation.nodes}
        onChange={(nodes) => onChange({ ...expectation, nodes }, null)}
      />
      <Checkbox checked={expectation.exact} onChange={(exact) => onChange({ ...expectation, exact }, null)}>
        No other nodes among them
      </Checkbox>
    </>
  );
}

function CallsFields({ expectation, onChange }: ExpectationFieldsProps<'calls'>) {
  return (
    <div className={styles.line}>
      <Field label="Calls" hint="Each counts once, however often it was attempted.">
        <NumberField
          min={0}
          max={1_000_000}
          value={expectation.count}
          onChange={(count) => onChange({ ...expectation, count: whole(count) ?? 0 }, null)}
        />
      </Field>
      <NodeSelect
        label="Made by"
        none="Any API Call"
        kinds={['api-call']}
        value={expectation.node}
        onChange={(node) => onChange(withMember(expectation, 'node', node), null)}
      />
    </div>
  );
}

function DurationFields({ expectation, onChange }: ExpectationFieldsProps<'duration'>) {
  const { atLeastMs, atMostMs } = expectation;
  const isReversed = atLeastMs !== undefined && atMostMs !== undefined && atLeastMs > atMostMs;
  return (
    <div className={styles.line}>
      <Field
        label="At least"
        error={isReversed ? 'This is more than at most, so no run can take so long.' : undefined}
      >
        <NumberField
          unit="ms"
          min={0}
          placeholder="any time"
          step={100}
          value={atLeastMs ?? null}
          onChange={(ms) => onChange(withMember(expectation, 'atLeastMs', whole(ms)), null)}
        />
      </Field>
      <Field label="At most" hint="By the run's own clock, which only waits put on.">
        <NumberField
          unit="ms"
          min={0}
          placeholder="any time"
          step={100}
          value={atMostMs ?? null}
          onChange={(ms) => onChange(withMember(expectation, 'atMostMs', whole(ms)), null)}
        />
      </Field>
    </div>
  );
}

const whole = (value: number | null): number | undefined => (value === null ? undefined : Math.round(value));
