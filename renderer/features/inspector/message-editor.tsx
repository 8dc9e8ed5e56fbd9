import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateInput } from '../../ui/template/template-input.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useUnknownNames } from './use-known-names.ts';

/** What a Message says. */
export function MessageEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'message'> }) {
  const unknownNames = useUnknownNames(flow, node);
  return (
    <InspectorBody>
      <Field label="Text" hint="Values stand in braces, such as {{order.body.status}}.">
        <TemplateInput
          lines={4}
          placeholder="Hi! How can I help?"
          value={node.config.text}
          unknownNames={unknownNames}
          onChange={(text) => configEdited(flow.id, node, { text }, 'text')}
        />
      </Field>
    </InspectorBody>
  );
}
