import type { Flow } from '#shared/flow/flow.ts';
import { answerTypes, answerTypeTitles } from '#shared/nodes/answer-types.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { emptyChoice } from './choice-rows.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { PromptRules } from './prompt-rules.tsx';
import { useNameCheck } from './use-name-check.ts';
import { VariableField } from './variable-field.tsx';

/** What a Prompt asks, what answer it takes, and where it stores it. */
export function PromptEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'prompt'> }) {
  const { config } = node;
  const check = useNameCheck(flow, node.id);
  const question = check(config.text);
  const retryText = check(config.retryText);
  return (
    <InspectorBody>
      <Field label="Question" error={question.error} warning={question.warning}>
        <TemplateField
          field="text"
          lines={3}
          placeholder="What is your order number?"
          value={config.text}
          unknownNames={question.unknownNames}
          onChange={(text) => configEdited(flow.id, node, { text }, 'text')}
        />
      </Field>
      <TemplatePreview source={config.text} field="text" />
      <Field label="Answer">
        <Select
          value={config.answerType}
          options={answerTypes.map((type) => ({ value: type, label: answerTypeTitles[type] }))}
          onChange={(answerType) =>
            configEdited(flow.id, node, {
              answerType,
              // Something to fill in, and exits that can be connected at once.
              ...(answerType === 'choice' && config.choices === undefined
                ? { choices: [emptyChoice(), emptyChoice()] }
                : {}),
            })
          }
        />
      </Field>
      <PromptRules flow={flow} node={node} />
      <VariableField
        flow={flow}
        label="Variable"
        value={config.variable}
        onChange={(variable) => configEdited(flow.id, node, { variable }, 'variable')}
      />
      <Field
        label="When the answer does not fit"
        error={retryText.error}
        warning={retryText.warning}
        hint="Said before asking again; empty says what is expected."
      >
        <TemplateField
          field="text"
          lines={2}
          placeholder="Sorry, please try again."
          value={config.retryText}
          unknownNames={retryText.unknownNames}
          onChange={(text) => configEdited(flow.id, node, { retryText: text }, 'retryText')}
        />
      </Field>
      <TemplatePreview source={config.retryText} field="text" />
      <Field
        label="Tries"
        hint="After this many answers that do not fit the run takes no-answer; empty asks without end."
      >
        <NumberField
          min={1}
          max={100}
          placeholder="without end"
          value={config.limit}
          onChange={(limit) =>
            configEdited(flow.id, node, { limit: limit === null ? null : Math.round(limit) })
          }
        />
      </Field>
    </InspectorBody>
  );
}
