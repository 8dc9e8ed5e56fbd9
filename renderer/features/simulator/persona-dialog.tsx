import { useEffect } from 'react';
import type { Persona } from '#shared/settings/persona.ts';
import { useCommands } from '../../store/command-registry.ts';
import { dialogStepRedone, dialogStepUndone } from '../../store/library-steps.ts';
import { personaAsked, personaEdited, usePersonaDialog } from '../../store/persona.ts';
import { useView } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './simulator.module.css';

/** The person whom one plays, as templates read it. It holds from the next run on and is kept with this workspace's view. */
export function PersonaDialog() {
  const persona = useView((state) => state.persona);
  // Where the Simulator goes, its dialog does, and does not come back by itself.
  useEffect(() => () => personaAsked(false), []);
  const userChanged = (user: Persona['user'], field: string | null = null) =>
    personaEdited({ ...persona, user }, field);
  return (
    <Dialog
      open={usePersonaDialog()}
      onClose={onClose}
      title="Test persona"
      description="Who talks to the flow from the next run on. It stays on this computer and is no part of the workspace."
      width="wide"
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <UndoneHere />
      <div className={styles.persona} data-undoing>
        <Field label="Platform" hint="Templates read it as {{@request.platform}}.">
          <TextField
            placeholder="web"
            value={persona.platform}
            onChange={(platform) => personaEdited({ ...persona, platform }, 'platform')}
          />
        </Field>
        <Field as="group" label="User" hint="Templates read a row as {{@request.user.first_name}}.">
          {persona.user.map((row, at) => (
            <div key={at} role="group" aria-label={`User, row ${at + 1}`} className={styles.personaRow}>
              <TextField
                mono
                label={`Name, row ${at + 1}`}
                placeholder="first_name"
                value={row.name}
                onChange={(name) => userChanged(persona.user.with(at, { ...row, name }), `name ${at}`)}
              />
              <TextField
                label={`Value, row ${at + 1}`}
                placeholder="Ann"
                value={row.value}
                onChange={(value) => userChanged(persona.user.with(at, { ...row, value }), `value ${at}`)}
              />
              <IconButton
                icon="trash"
                label={`Remove ${row.name === '' ? `row ${at + 1}` : row.name}`}
                onClick={() => userChanged(persona.user.toSpliced(at, 1))}
              />
            </div>
          ))}
          <div>
            <Button icon="plus" onClick={() => userChanged([...persona.user, { name: '', value: '' }])}>
              Field
            </Button>
          </div>
        </Field>
      </div>
    </Dialog>
  );
}

const onClose = (): void => personaAsked(false);

/** While the dialog is open, undo takes back what was done to the persona, and nothing that lies behind. */
function UndoneHere() {
  useCommands({
    'edit.undo': () => dialogStepUndone('persona'),
    'edit.redo': () => dialogStepRedone('persona'),
  });
  return null;
}
