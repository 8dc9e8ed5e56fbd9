import type { ReactNode } from 'react';
import type { Fault, FaultOf } from '#shared/stand-in/fault.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import styles from './stand-ins.module.css';

interface AnswerFieldsProps {
  readonly fault: FaultOf<'status' | 'malformed-json' | 'cut-body' | 'slow-drip' | 'latency'>;
  readonly onChange: (fault: Fault) => void;
  /** What the kind of fault has besides. */
  readonly children?: ReactNode;
}

/** The answer of a fault: its code and its body. */
export function AnswerFields({ fault, onChange, children }: AnswerFieldsProps) {
  return (
    <>
      <div className={styles.line}>
        <Field label="Status code">
          <NumberField
            value={fault.statusCode}
            min={200}
            max={599}
            onChange={(statusCode) => onChange({ ...fault, statusCode: statusCode ?? 200 })}
          />
        </Field>
        {fault.kind === 'status' && <RetryAfter fault={fault} onChange={onChange} />}
        {children}
      </div>
      <Field label="Body" hint="Sent as JSON where it is JSON, else as plain text.">
        <TextArea mono rows={4} value={fault.body} onChange={(body) => onChange({ ...fault, body })} />
      </Field>
    </>
  );
}

function RetryAfter({
  fault,
  onChange,
}: {
  readonly fault: FaultOf<'status'>;
  readonly onChange: (fault: Fault) => void;
}) {
  const changed = (seconds: number | null) => {
    const { retryAfterS: _before, ...others } = fault;
    onChange(seconds === null ? others : { ...others, retryAfterS: seconds });
  };
  return (
    <Field label="Retry-After">
      <NumberField
        unit="s"
        placeholder="not sent"
        value={fault.retryAfterS ?? null}
        min={0}
        max={86_400}
        onChange={changed}
      />
    </Field>
  );
}
