import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import type { ExpectationFieldsProps } from './expectation-fields-props.ts';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** What came of a call: its status, the code of its response, how often it was attempted. */
export function CallEndFields({ expectation, onChange }: ExpectationFieldsProps<'call'>) {
  const { attempts, status, statusCode } = expectation;
  return (
    <div className={styles.line}>
      <Field label="Came of it">
        <Select
          value={status ?? anything}
          options={statuses}
          onChange={(next) =>
            onChange(withMember(expectation, 'status', next === anything ? undefined : next), null)
          }
        />
      </Field>
      <Field label="Response">
        <Select
          value={statusCode === undefined ? 'any' : statusCode === null ? 'none' : 'code'}
          options={[
            { value: 'any', label: 'Any, or none' },
            { value: 'code', label: 'With a code' },
            { value: 'none', label: 'None came' },
          ]}
          onChange={(next) =>
            onChange(
              withMember(
                expectation,
                'statusCode',
                next === 'any' ? undefined : next === 'none' ? null : (statusCode ?? 200),
              ),
              null,
            )
          }
        />
      </Field>
      {typeof statusCode === 'number' && (
        <Field label="Code">
          <NumberField
            min={100}
            max={999}
            value={statusCode}
            onChange={(code) => onChange({ ...expectation, statusCode: Math.round(code ?? 200) }, null)}
          />
        </Field>
      )}
      <Field label="Attempts">
        <NumberField
          min={0}
          max={1000}
          placeholder="any number"
          value={attempts ?? null}
          onChange={(count) =>
            onChange(
              withMember(expectation, 'attempts', count === null ? undefined : Math.round(count)),
              null,
            )
          }
        />
      </Field>
    </div>
  );
}

const anything = 'anything';

const statuses = [
  { value: anything, label: 'Anything' },
  { value: 'success', label: 'Success' },
  { value: 'error', label: 'Error' },
  { value: 'failure', label: 'Failure' },
  { value: 'exception', label: 'Exception' },
] as const;
