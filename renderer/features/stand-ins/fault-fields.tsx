import { assertNever } from '#shared/outcome/assert-never.ts';
import { type Fault, faultClocks, faultKinds, type FaultOf, tlsFaults } from '#shared/stand-in/fault.ts';
import { faultKindWords, tlsFaultWords } from '#shared/stand-in/fault-words.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { AnswerFields } from './answer-fields.tsx';
import styles from './stand-ins.module.css';

interface FaultFieldsProps<Kind extends Fault['kind'] = Fault['kind']> {
  readonly fault: FaultOf<Kind>;
  readonly onChange: (fault: Fault) => void;
}

/** What goes wrong, and what belongs to it. */
export function FaultFields({ fault, onChange }: FaultFieldsProps) {
  return (
    <>
      <Field label="What goes wrong" hint={hints[fault.kind]}>
        <Select
          value={fault.kind}
          options={faultKinds.map((kind) => ({ value: kind, label: faultKindWords[kind] }))}
          onChange={(kind) => onChange(newFault(kind))}
        />
      </Field>
      <FieldsOfKind fault={fault} onChange={onChange} />
    </>
  );
}

const hints: Readonly<Record<Fault['kind'], string>> = {
  status: 'The API answers with this code and body.',
  'malformed-json': 'The answer says it is JSON, and its body cannot be read as such.',
  'cut-body': 'The connection ends after half of the body.',
  'slow-drip': 'The body comes piece by piece, in real time.',
  latency: 'The answer is late, in real time.',
  timeout: 'The API is silent until a clock strikes.',
  dns: 'The name of the host is not known.',
  refused: 'Nobody listens on the port.',
  reset: 'The connection breaks after the request was sent.',
  tls: 'No encrypted connection comes about.',
  exception: 'Our side cannot make the call, because the secrets are locked. Nothing is attempted.',
};

function FieldsOfKind({ fault, onChange }: FaultFieldsProps) {
  switch (fault.kind) {
    case 'status':
    case 'malformed-json':
    case 'cut-body':
      return <AnswerFields fault={fault} onChange={onChange} />;
    case 'slow-drip':
      return (
        <AnswerFields fault={fault} onChange={onChange}>
          <Milliseconds
            label="Over"
            value={fault.overMs}
            onChange={(overMs) => onChange({ ...fault, overMs })}
          />
        </AnswerFields>
      );
    case 'latency':
      return (
        <AnswerFields fault={fault} onChange={onChange}>
          <Milliseconds
            label="After"
            value={fault.delayMs}
            onChange={(delayMs) => onChange({ ...fault, delayMs })}
          />
        </AnswerFields>
      );
    case 'timeout':
      return <TimeoutFields fault={fault} onChange={onChange} />;
    case 'tls':
      return (
        <Field label="Trouble">
          <Select
            value={fault.trouble}
            options={tlsFaults.map((each) => ({ value: each, label: sentenceCase(tlsFaultWords[each]) }))}
            onChange={(trouble) => onChange({ ...fault, trouble })}
          />
        </Field>
      );
    case 'dns':
    case 'refused':
    case 'reset':
    case 'exception':
      return null;
    default:
      return assertNever(fault);
  }
}

const clockHints: Readonly<Record<FaultOf<'timeout'>['clock'], string>> = {
  connect: 'No connection comes to stand.',
  response: 'The request is sent, and no answer begins.',
  idle: 'The answer begins, and stops in its body.',
  total: 'The whole call takes too long. It strikes at once; switched off, it counts as 30 s.',
};

function TimeoutFields({ fault, onChange }: FaultFieldsProps<'timeout'>) {
  return (
    <div className={styles.line}>
      <Field label="Clock" hint={clockHints[fault.clock]} className={styles.grow}>
        <Select
          value={fault.clock}
          options={faultClocks.map((clock) => ({ value: clock, label: sentenceCase(clock) }))}
          onChange={(clock) => onChange({ ...fault, clock })}
        />
      </Field>
      {fault.clock !== 'total' && (
        <div className={styles.beside}>
          <Switch checked={fault.inRealTime} onChange={(inRealTime) => onChange({ ...fault, inRealTime })}>
            Wait the whole clock
          </Switch>
        </div>
      )}
    </div>
  );
}

interface MillisecondsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Milliseconds({ label, value, onChange }: MillisecondsProps) {
  return (
    <Field label={label}>
      <NumberField
        unit="ms"
        value={value}
        min={0}
        max={86_400_000}
        step={100}
        onChange={(ms) => onChange(ms ?? 0)}
      />
    </Field>
  );
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
