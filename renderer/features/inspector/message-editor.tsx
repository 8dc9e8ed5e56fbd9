import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';

/** What a Message says. */
export function MessageEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'message'> }) {
  const { unknownNames, error, warning } = useNameCheck(flow, node.id)(node.config.text);
  return (
    <InspectorBody>
      <Field
        label="Text"
        error={error}
        warning={warning}
        hint="Values stand in braces, such as {{order.body.status}}."
      >
        <TemplateField
          field="text"
          lines={4}
          placeholder="Hi! How can I help?"
          value={node.config.text}
          unknownNames={unknownNames}
          onChange={(text) => configEdited(flow.id, node, { text }, 'text')}
        />
      </Field>
      <TemplatePreview source={node.config.text} field="text" />
    </InspectorBody>
  );
}
