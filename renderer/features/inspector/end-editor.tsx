import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';

/** The result that a run ends with. */
export function EndEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'end'> }) {
  const { unknownNames, error, warning } = useNameCheck(flow, node.id)(node.config.result);
  return (
    <InspectorBody>
      <Field
        label="Result"
        error={error}
        warning={warning}
        hint="One expression alone keeps its type; empty gives no result."
      >
        <TemplateField
          field="text"
          placeholder="{{order.body.status}}"
          value={node.config.result}
          unknownNames={unknownNames}
          onChange={(result) => configEdited(flow.id, node, { result }, 'result')}
        />
      </Field>
      <TemplatePreview source={node.config.result} field="text" />
    </InspectorBody>
  );
}
