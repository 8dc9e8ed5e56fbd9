import { useState, type SubmitEvent } from 'react';
import { renameTrouble, variableRenamed } from '../../store/variable-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { Flow } from '#shared/flow/flow.ts';
import styles from './uses-dialog.module.css';

interface RenameFormProps {
  readonly flowId: Flow['id'];
  readonly name: string;
  /** Called after the rename, or without one. */
  readonly onDone: () => void;
}

/** Asks for another name of a variable, and says at once why it cannot be. */
export function RenameForm({ flowId, name, onDone }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const trouble = typed === name ? null : renameTrouble(flowId, name, typed.trim());
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    if (trouble !== null) return;
    if (typed.trim() !== name) variableRenamed(flowId, name, typed.trim());
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submitted} noValidate>
      <Field
        label={`New name of ${name}`}
        error={trouble}
        hint="It changes wherever this flow, its scenarios and the flows that run it have it; one undo takes all of it back."
      >
        <TextField autoFocus mono icon="variable" value={typed} onChange={setTyped} />
      </Field>
      <div className={styles.buttons}>
        <Button onClick={onDone}>Cancel</Button>
        <Button look="primary" type="submit">
          Rename
        </Button>
      </div>
    </form>
  );
}
