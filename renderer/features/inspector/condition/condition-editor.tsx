import { use, useDeferredValue, useMemo, useState } from 'react';
import { previewCondition, type ConditionPreview } from '#shared/condition/preview-condition.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { TemplateContext } from '../../../ui/template/template-context.ts';
import { InspectorBody } from '../inspector-body.tsx';
import { ConditionBranches } from './condition-branches.tsx';
import { ConditionFoot } from './condition-foot.tsx';

interface ConditionEditorProps {
  readonly flow: Flow;
  readonly node: NodeOf<'condition'>;
}

/** The branches of a condition with their rules, and which of them a run would take with the values of now. */
export function ConditionEditor({ flow, node }: ConditionEditorProps) {
  const preview = useConditionPreview(flow, node);
  return (
    <>
      <InspectorBody>
        <ConditionBranches flow={flow} node={node} preview={preview} />
      </InspectorBody>
      <ConditionFoot flow={flow} node={node} preview={preview} />
    </>
  );
}

/** Follows the typing when there is time. */
function useConditionPreview(
  { id, name }: Flow,
  { config: { branches } }: NodeOf<'condition'>,
): ConditionPreview {
  const { previewValues: values } = use(TemplateContext);
  const [now] = useState(() => new Date().toISOString());
  const shown = useDeferredValue(branches);
  return useMemo(
    () => previewCondition(shown, { values, now, flow: { id, name } }),
    [shown, values, now, id, name],
  );
}
