import type { NodeId } from '#shared/ids/ids.ts';
import type { ScenarioAnswer } from '#shared/scenario/scenario.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { ColumnSelect } from './column-select.tsx';
import { ItemList } from './item-list.tsx';
import { MatcherField } from './matcher-field.tsx';
import { NodeSelect } from './node-select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** What the person says. */
export function AnswersRow() {
  const { edit, scenario } = useScenarioForm();
  return (
    <FormRow
      title="Answers"
      hint="What the person says: first those for one node, then rules, then the rest in order"
    >
      <ItemList
        label="Answers"
        one="answer"
        items={scenario.answers}
        fresh={(): ScenarioAnswer => ({ text: '' })}
        onChange={(answers, field) => edit((before) => ({ ...before, answers: [...answers] }), field)}
      >
        {(answer, onChange) => <AnswerFields answer={answer} onChange={onChange} />}
      </ItemList>
    </FormRow>
  );
}

interface AnswerFieldsProps {
  readonly answer: ScenarioAnswer;
  readonly onChange: (answer: ScenarioAnswer, field: string | null) => void;
}

function AnswerFields({ answer, onChange }: AnswerFieldsProps) {
  const { nodes } = useScenarioForm();
  const firstPrompt = nodes.all.find(({ node }) => node.kind === 'prompt')?.node.id;
  return (
    <>
      <div className={styles.line}>
        <Field label="Answers">
          <Select
            value={targetOf(answer)}
            options={targets.filter(
              ({ value }) => value !== 'node' || firstPrompt !== undefined || answer.node !== undefined,
            )}
            onChange={(target) => onChange(withTarget(answer, target, firstPrompt), null)}
          />
        </Field>
        {answer.node !== undefined && (
          <NodeSelect
            label="Prompt"
            value={answer.node}
            kinds={['prompt']}
            onChange={(node) => onChange(withMember(answer, 'node', node), null)}
          />
        )}
        <Field label="Takes">
          <Select
            value={answer.column === undefined ? 'text' : 'column'}
            options={[
              { value: 'text', label: 'A text' },
              { value: 'column', label: 'A column' },
            ]}
            onChange={(source) =>
              onChange(withMember(answer, 'column', source === 'column' ? '' : undefined), null)
            }
          />
        </Field>
      </div>
      {answer.node === undefined && answer.when !== undefined && (
        <MatcherField
          isText
          label="Question"
          matcher={answer.when}
          onChange={(when, field) => onChange({ ...answer, when }, field)}
        />
      )}
      {answer.column === undefined ? (
        <Field label="Text" labelHidden>
          <TextField
            placeholder="What the person types"
            value={answer.text}
            onChange={(text) => onChange({ ...answer, text }, 'text')}
          />
        </Field>
      ) : (
        <ColumnSelect value={answer.column} onChange={(column) => onChange({ ...answer, column }, null)} />
      )}
    </>
  );
}

type AnswerTarget = 'next' | 'node' | 'rule';

const targets: readonly { readonly value: AnswerTarget; readonly label: string }[] = [
  { value: 'next', label: 'The next question' },
  { value: 'node', label: 'One prompt' },
  { value: 'rule', label: 'Questions that fit' },
];

function targetOf({ node, when }: ScenarioAnswer): AnswerTarget {
  if (node !== undefined) return 'node';
  return when === undefined ? 'next' : 'rule';
}

function withTarget(
  { node: _node, when, ...rest }: ScenarioAnswer,
  target: AnswerTarget,
  prompt: NodeId | undefined,
): ScenarioAnswer {
  if (target === 'node' && prompt !== undefined) return { node: prompt, ...rest };
  if (target === 'rule') return { when: when ?? { is: 'contains', text: '' }, ...rest };
  return rest;
}
