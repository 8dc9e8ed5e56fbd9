import { firstPersona, type Persona } from '#shared/settings/persona.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { ItemList } from './item-list.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** Who talks to the flow; without a persona nothing is known of them. */
export function PersonaRow() {
  const { edit, scenario } = useScenarioForm();
  const { persona } = scenario;
  const changed = (next: Persona | undefined, field: string | null) =>
    edit((before) => withMember(before, 'persona', next), field);
  return (
    <FormRow title="Persona" hint="Read as {{@request.platform}} and {{@request.user.first_name}}">
      {persona === undefined ? (
        <div>
          <Button icon="user" onClick={() => changed(firstPersona, null)}>
            Add a persona
          </Button>
        </div>
      ) : (
        <>
          <Field label="Platform">
            <TextField
              placeholder="web"
              maxLength={1000}
              value={persona.platform}
              onChange={(platform) => changed({ ...persona, platform }, 'platform')}
            />
          </Field>
          <ItemList
            label="User"
            one="field"
            items={persona.user}
            fresh={() => ({ name: '', value: '' })}
            freshRefused={persona.user.length >= 200 ? 'A persona has 200 fields at most.' : undefined}
            onChange={(user, field) => changed({ ...persona, user: [...user] }, field)}
          >
            {(row, onChange, at) => (
              <div className={styles.line}>
                <TextField
                  mono
                  label={`Name, row ${String(at + 1)}`}
                  placeholder="first_name"
                  maxLength={200}
                  value={row.name}
                  onChange={(name) => onChange({ ...row, name }, 'name')}
                />
                <TextField
                  label={`Value, row ${String(at + 1)}`}
                  placeholder="Ann"
                  maxLength={10_000}
                  value={row.value}
                  onChange={(value) => onChange({ ...row, value }, 'value')}
                />
              </div>
            )}
          </ItemList>
          <div>
            <Button look="quiet" onClick={() => changed(undefined, null)}>
              Remove the persona
            </Button>
          </div>
        </>
      )}
    </FormRow>
  );
}
