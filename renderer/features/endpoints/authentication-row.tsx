import type { Authentication, Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Credential } from '#shared/secret/credential.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { useVault } from '../../store/vault-store.ts';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { TemplateInput } from '../../ui/template/template-input.tsx';
import { CredentialField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { keeperHints } from './keeper-hints.ts';
import styles from './endpoint-editor.module.css';

type AuthType = Authentication['type'];

export const authOptions: readonly ChoiceOption<AuthType>[] = [
  { value: 'none', label: 'None' },
  { value: 'bearer', label: 'Bearer token' },
  { value: 'api-key', label: 'API key' },
  { value: 'basic', label: 'Basic' },
];

interface AuthenticationRowProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** How calls through the endpoint prove who they are. */
export function AuthenticationRow({ endpoint, secrets }: AuthenticationRowProps) {
  const keeper = useVault((state) => state.status.keeper);
  return (
    <FormRow title="Authentication" hint={endpoint.auth.type === 'none' ? undefined : keeperHints[keeper]}>
      <Choice
        label="Authentication"
        className={styles.choice}
        value={endpoint.auth.type}
        options={authOptions}
        onChange={(type) => endpointEdited(endpoint.id, { auth: authOfType(type) })}
      />
      <AuthenticationFields endpoint={endpoint} secrets={secrets} />
    </FormRow>
  );
}

/** Fresh authentication of a type: its secret has a slot and no value yet. */
export function authOfType(type: AuthType): Authentication {
  const secret = (): Credential => ({ secret: newId('sl') });
  switch (type) {
    case 'none':
      return { type };
    case 'bearer':
      return { type, token: secret() };
    case 'api-key':
      return { type, in: 'header', name: 'Authorization', key: secret() };
    case 'basic':
      return { type, userName: { template: '' }, password: secret() };
  }
}

function AuthenticationFields({ endpoint, secrets }: AuthenticationRowProps) {
  const { auth } = endpoint;
  const edited = (next: Authentication, field: string | null = null) =>
    endpointEdited(endpoint.id, { auth: next }, field);
  const shared = { endpoint, secrets };
  switch (auth.type) {
    case 'none':
      return null;
    case 'bearer':
      return (
        <CredentialField
          {...shared}
          label="Token"
          placeholder="Paste the token"
          credential={auth.token}
          onChange={(token, field) => edited({ ...auth, token }, field)}
        />
      );
    case 'api-key':
      return (
        <>
          <div className={styles.pair}>
            <Field as="group" label="Sent in">
              <Choice
                label="Sent in"
                value={auth.in}
                options={[
                  { value: 'header', label: 'Header' },
                  { value: 'query', label: 'Query' },
                ]}
                onChange={(place) => edited({ ...auth, in: place })}
              />
            </Field>
            <Field
              className={styles.grow}
              label={auth.in === 'header' ? 'Header name' : 'Query name'}
              error={auth.name.trim() === '' ? 'Enter the name that the API expects.' : undefined}
            >
              <TextField mono value={auth.name} onChange={(name) => edited({ ...auth, name }, 'auth.name')} />
            </Field>
          </div>
          <CredentialField
            {...shared}
            label="Key"
            placeholder="Paste the key"
            credential={auth.key}
            onChange={(key, field) => edited({ ...auth, key }, field)}
          />
        </>
      );
    case 'basic':
      return (
        <>
          <Field label="User name">
            <TemplateInput
              value={auth.userName.template}
              onChange={(template) => edited({ ...auth, userName: { template } }, 'auth.userName')}
            />
          </Field>
          <CredentialField
            {...shared}
            label="Password"
            placeholder="Enter the password"
            credential={auth.password}
            onChange={(password, field) => edited({ ...auth, password }, field)}
          />
        </>
      );
  }
}
