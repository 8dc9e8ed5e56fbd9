import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { CallEndFields } from './call-end-fields.tsx';
import type { ExpectationFieldsProps } from './expectation-fields-props.ts';
import { ItemList } from './item-list.tsx';
import { MatcherField } from './matcher-field.tsx';
import { NodeSelect } from './node-select.tsx';
import { OptionalPart } from './optional-part.tsx';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** One call: what was sent, and what came of it. */
export function CallExpectationFields({ expectation, onChange }: ExpectationFieldsProps<'call'>) {
  const { body, headers, method, nth, url } = expectation;
  return (
    <>
      <div className={styles.line}>
        <NodeSelect
          label="API Call"
          kinds={['api-call']}
          value={expectation.node}
          onChange={(node) => node !== undefined && onChange({ ...expectation, node }, null)}
        />
        <Field label="Which time">
          <NumberField
            min={1}
            max={1_000_000}
            value={nth}
            onChange={(value) => onChange({ ...expectation, nth: Math.round(value ?? 1) }, null)}
          />
        </Field>
        <Field label="Method">
          <TextField
            mono
            placeholder="any"
            value={method ?? ''}
            onChange={(next) =>
              onChange(withMember(expectation, 'method', next === '' ? undefined : next), 'method')
            }
          />
        </Field>
      </div>
      <CallEndFields expectation={expectation} onChange={onChange} />
      <OptionalPart
        label="Look at the URL"
        isThere={url !== undefined}
        onToggle={(isThere) =>
          onChange(withMember(expectation, 'url', isThere ? { is: 'contains', text: '' } : undefined), null)
        }
      >
        <MatcherField
          isText
          label="URL"
          matcher={url ?? { is: 'contains' }}
          onChange={(next, field) => onChange({ ...expectation, url: next }, field)}
        />
      </OptionalPart>
      <OptionalPart
        label="Look at the body"
        isThere={body !== undefined}
        onToggle={(isThere) =>
          onChange(withMember(expectation, 'body', isThere ? { is: 'subset', json: '{}' } : undefined), null)
        }
      >
        <MatcherField
          isText={false}
          label="Body"
          matcher={body ?? { is: 'subset' }}
          onChange={(next, field) => onChange({ ...expectation, body: next }, field)}
        />
      </OptionalPart>
      <ItemList
        label="Headers"
        one="header"
        items={headers}
        fresh={() => ({ name: '', value: { is: 'equal' as const, text: '' } })}
        onChange={(next, field) => onChange({ ...expectation, headers: [...next] }, field)}
      >
        {(header, headerChanged) => (
          <>
            <Field label="Name of the header">
              <TextField
                mono
                placeholder="Content-Type"
                value={header.name}
                onChange={(name) => headerChanged({ ...header, name }, 'name')}
              />
            </Field>
            <MatcherField
              isText
              label="Value"
              matcher={header.value}
              onChange={(value, field) => headerChanged({ ...header, value }, field)}
            />
          </>
        )}
      </ItemList>
    </>
  );
}
