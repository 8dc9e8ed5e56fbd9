import { Choice } from '../../../ui/field/choice.tsx';
import { Field } from '../../../ui/field/field.tsx';
import type { ExpectationFieldsProps } from './expectation-fields-props.ts';
import { MatcherField } from './matcher-field.tsx';
import { NodeSelect } from './node-select.tsx';
import { OptionalPart } from './optional-part.tsx';
import { withMember } from './with-member.ts';

/** How a run has to end: normally or by a failure, where, with which result or for which reason. */
export function EndExpectationFields({ expectation, onChange }: ExpectationFieldsProps<'end'>) {
  const { message, outcome, result } = expectation;
  return (
    <>
      <Field as="group" label="It ends">
        <Choice
          value={outcome}
          options={[
            { value: 'ended', label: 'Normally' },
            { value: 'failed', label: 'By a failure' },
          ]}
          onChange={(next) => onChange({ ...expectation, outcome: next }, null)}
        />
      </Field>
      <NodeSelect
        label="At"
        none="Any node"
        kinds={null}
        value={expectation.node}
        onChange={(node) => onChange(withMember(expectation, 'node', node), null)}
      />
      <OptionalPart
        label="With this reason"
        isThere={message !== undefined}
        onToggle={(isThere) =>
          onChange(
            withMember(expectation, 'message', isThere ? { is: 'contains', text: '' } : undefined),
            null,
          )
        }
      >
        <MatcherField
          isText
          label="Reason"
          matcher={message ?? { is: 'contains' }}
          onChange={(next, field) => onChange({ ...expectation, message: next }, field)}
        />
      </OptionalPart>
      <OptionalPart
        label="With this result"
        isThere={result !== undefined}
        onToggle={(isThere) =>
          onChange(withMember(expectation, 'result', isThere ? { is: 'equal', text: '' } : undefined), null)
        }
      >
        <MatcherField
          isText={false}
          label="Result"
          matcher={result ?? { is: 'equal' }}
          onChange={(next, field) => onChange({ ...expectation, result: next }, field)}
        />
      </OptionalPart>
    </>
  );
}
