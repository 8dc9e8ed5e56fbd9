import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';
import { VariableField } from './variable-field.tsx';
import styles from './inspector.module.css';

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
      <Field as="group" label="Answer">
        <Choice
          className={styles.choice}
          value={config.answerType}
          options={[
            { value: 'text', label: 'Text' },
            { value: 'number', label: 'Number' },
          ]}
          onChange={(answerType) => configEdited(flow.id, node, { answerType })}
        />
      </Field>
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
          placeholder="Please enter digits only."
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
