import { deepestFlows } from '#shared/nodes/sub-flow-node.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { useFlow } from '../../../store/use-documents.ts';
import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { configEdited } from '../edit-node.ts';
import { InspectorBody } from '../inspector-body.tsx';
import { variableTrouble } from '../variable-field.tsx';
import { FlowToRun } from './flow-to-run.tsx';
import { SubFlowInputs } from './sub-flow-inputs.tsx';
import { SubFlowOutputs } from './sub-flow-outputs.tsx';

interface SubFlowEditorProps {
  readonly flow: Flow;
  readonly node: NodeOf<'sub-flow'>;
}

/** Which flow a node runs, what that flow is given, and what is taken from it when it has ended. */
export function SubFlowEditor({ flow, node }: SubFlowEditorProps) {
  const { config } = node;
  const inner = useFlow(config.flow);
  return (
    <InspectorBody>
      <FlowToRun flow={flow} node={node} inner={inner} />
      <SubFlowInputs flow={flow} node={node} inner={inner} />
      {inner !== undefined && <SubFlowOutputs flow={flow} node={node} inner={inner} />}
      <Field
        label="Result"
        error={config.resultVariable !== '' && variableTrouble(config.resultVariable)}
        hint="The variable for the result of its End; empty if nothing here needs it."
      >
        <TextField
          mono
          icon="variable"
          value={config.resultVariable}
          onChange={(resultVariable) => configEdited(flow.id, node, { resultVariable }, 'result')}
        />
      </Field>
      <Field
        label="Reason"
        error={config.reasonVariable !== '' && variableTrouble(config.reasonVariable)}
        hint="The variable for the sentence that says why it left by failed; empty if nothing here needs it."
      >
        <TextField
          mono
          icon="variable"
          value={config.reasonVariable}
          onChange={(reasonVariable) => configEdited(flow.id, node, { reasonVariable }, 'reason')}
        />
      </Field>
      <Field
        label="Recursion limit"
        hint="How often the flow may be under way at once, where it runs itself."
      >
        <NumberField
          min={1}
          max={deepestFlows}
          value={config.recursionLimit}
          onChange={(limit) => configEdited(flow.id, node, { recursionLimit: limit ?? 1 })}
        />
      </Field>
    </InspectorBody>
  );
}
