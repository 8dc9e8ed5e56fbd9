import { useRef, useState } from 'react';
import { pathText } from '#shared/template/write-path.ts';
import { readJson } from '#shared/value/read-json.ts';
import { variableEdited } from '../../store/debug-actions.ts';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';
import { useValueAsked, valueAsked, type ValueAsked } from './variable-dialog-store.ts';

/** Edits a value of a paused run as text. */
export function VariableDialog() {
  const asked = useValueAsked();
  return asked === null ? null : <Asked key={asked.path.join('/')} asked={asked} />;
}

const close = () => valueAsked(null);

function Asked({ asked }: { readonly asked: ValueAsked }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(asked.text);
  const submitted = () => {
    close();
    if (text !== asked.text) void variableEdited(asked.flowId, { path: asked.path, text });
  };
  const hint = readJson(text).ok ? 'This is JSON.' : 'This is not JSON, so it will be taken as text.';
  return (
    <FormDialog
      title={`Value of ${pathText(asked.path)}`}
      description="The run goes on with it from where it stands."
      action="Use this value"
      onSubmit={submitted}
      onClose={close}
      initialFocus={field}
    >
      <Field label="Value" hint={hint}>
        <TextArea ref={field} mono rows={8} value={text} onChange={setText} />
      </Field>
    </FormDialog>
  );
}
