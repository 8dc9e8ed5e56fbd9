import { useRef, useState } from 'react';
import type { FlowId } from '#shared/ids/ids.ts';
import { askedDialogClosed, useAskedDialog } from '../../store/asked-dialogs.ts';
import { scenarioWanted } from '../../store/scenario-actions.ts';
import { useDocumentHeads, useFoldersOfRepeated } from '../../store/use-documents.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';

/** Asks which flow a new scenario tests. */
export function NewScenarioDialog() {
  return useAskedDialog()?.type === 'new-scenario' ? <FlowQuestion /> : null;
}

function FlowQuestion() {
  const flows = useDocumentHeads('flowbench.flow');
  const folders = useFoldersOfRepeated();
  const [flowId, setFlowId] = useState<string | null>(flows[0]?.id ?? null);
  const trigger = useRef<HTMLElement | null>(null);
  return (
    <FormDialog
      title="New scenario"
      description="A scenario tests one flow."
      action="Make it"
      initialFocus={trigger}
      onClose={askedDialogClosed}
      onSubmit={() => {
        askedDialogClosed();
        if (flowId !== null) scenarioWanted(flowId as FlowId);
      }}
    >
      <div
        ref={(element) => {
          trigger.current = element?.querySelector('[role="combobox"]') ?? null;
        }}
      >
        <Field label="Flow">
          <Select
            value={flowId}
            options={flows.map(({ id, name }) => ({
              value: id,
              label: name,
              icon: 'flow' as const,
              meta: folders.get(id),
            }))}
            onChange={setFlowId}
          />
        </Field>
      </div>
    </FormDialog>
  );
}
