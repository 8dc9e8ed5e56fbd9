import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { useVault } from '../../store/vault-store.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { AuthenticationFields } from './authentication-fields.tsx';
import { authOfType, choiceOf, furtherOptions, simpleOptions } from './authentication-types.ts';
import { endpointEdited } from './edit-endpoint.ts';
import { keeperHints } from './keeper-hints.ts';
import styles from './endpoint-editor.module.css';

interface AuthenticationRowProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** How calls through the endpoint prove who they are: the usual ways side by side, the others in a list. */
export function AuthenticationRow({ endpoint, secrets }: AuthenticationRowProps) {
  const keeper = useVault((state) => state.status.keeper);
  const { type } = endpoint.auth;
  const choice = choiceOf(type);
  return (
    <FormRow title="Authentication" hint={type === 'none' ? undefined : keeperHints[keeper]}>
      <Choice
        label="Authentication"
        className={styles.choice}
        value={choice}
        options={[...simpleOptions, { value: 'more', label: 'More' }]}
        onChange={(next) => {
          if (next !== choice)
            endpointEdited(endpoint.id, { auth: authOfType(next === 'more' ? 'digest' : next) });
        }}
      />
      {choice === 'more' && (
        <Field label="Kind">
          <Select
            className={styles.kind}
            value={type}
            options={furtherOptions}
            onChange={(next) => {
              if (next !== type) endpointEdited(endpoint.id, { auth: authOfType(next) });
            }}
          />
        </Field>
      )}
      <AuthenticationFields endpoint={endpoint} secrets={secrets} />
    </FormRow>
  );
}
