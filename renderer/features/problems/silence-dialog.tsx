import { useRef, useState } from 'react';
import type { Finding } from '#shared/lint/finding.ts';
import { problemSilenced, ruleSilenced } from '../../store/problem-actions.ts';
import { findingKey } from '../../store/problems-store.ts';
import { silenceAsked, useSilenceAsked } from '../../store/silence-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';

/** Asks why a rule shall be told no more: of a node or a document, or of anything in the workspace. */
export function SilenceDialog() {
  const asked = useSilenceAsked();
  return asked === null ? null : <Asked key={findingKey(asked)} finding={asked} />;
}

const places = [
  { value: 'here', label: 'Only here' },
  { value: 'workspace', label: 'In the whole workspace' },
] as const;

const keptWhere = {
  here: 'Kept in the file, beside what it is about.',
  workspace: 'Kept in flowbench.json, for everybody who opens this workspace.',
} as const;

const close = () => silenceAsked(null);

function Asked({ finding }: { readonly finding: Finding }) {
  const { documentId, nodeId } = finding.place;
  const document = useDocuments((state) => state.documents[documentId]?.document);
  const nodes = document?.format === 'flowbench.flow' ? document.nodes : [];
  const name = nodes.find(({ id }) => id === nodeId)?.name ?? document?.name ?? '';
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [where, setWhere] = useState<'here' | 'workspace'>('here');
  const [error, setError] = useState<string>();
  const submitted = () => {
    if (reason.trim() === '') {
      setError('Say why, for whoever reads this next.');
      field.current?.focus();
      return;
    }
    if (where === 'here') problemSilenced(finding, reason.trim());
    else void ruleSilenced(finding.ruleId, reason.trim());
    close();
  };
  return (
    <FormDialog
      title={
        where === 'here' ? `Silence ${finding.ruleId} in ${name}` : `Silence ${finding.ruleId} everywhere`
      }
      description="It stays in the list under Silenced, and is told again when you want."
      action="Silence it"
      onSubmit={submitted}
      onClose={close}
      initialFocus={field}
    >
      <Field label="Where" as="group">
        <Choice value={where} onChange={setWhere} options={places} />
      </Field>
      <Field label="Reason" error={error} hint={keptWhere[where]}>
        <TextField
          ref={field}
          value={reason}
          onChange={(next) => {
            setReason(next);
            setError(undefined);
          }}
        />
      </Field>
    </FormDialog>
  );
}
