import type { Authentication, Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { CredentialField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { OauthFields } from './oauth-fields.tsx';
import styles from './endpoint-editor.module.css';

interface AuthenticationFieldsProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** The fields of the authentication that was chosen. */
export function AuthenticationFields({ endpoint, secrets }: AuthenticationFieldsProps) {
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
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return <OauthFields {...shared} auth={auth} />;
    case 'basic':
    case 'digest':
      return (
        <>
          <Field label="User name">
            <TemplateField
              field="text"
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
