import type { Endpoint, OauthAuthentication } from '#shared/endpoint/endpoint.ts';
import { oauthUrlTrouble } from '#shared/endpoint/oauth-url-trouble.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { CredentialField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { SignInField } from './sign-in-field.tsx';
import styles from './endpoint-editor.module.css';

interface OauthFieldsProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
  readonly auth: OauthAuthentication;
}

/** What access tokens are asked for with, and for a person the way to sign in. */
export function OauthFields({ endpoint, secrets, auth }: OauthFieldsProps) {
  const edited = (change: Partial<OauthAuthentication>, field: string | null = null) =>
    endpointEdited(endpoint.id, { auth: { ...auth, ...change } as OauthAuthentication }, field);
  const isSignIn = auth.type === 'oauth2-authorization-code';
  return (
    <>
      {isSignIn && (
        <Field
          label="Sign-in URL"
          error={oauthUrlTrouble('sign-in', auth.authorizeUrl, endpoint.allowedHosts) ?? undefined}
        >
          <TemplateField
            field="url"
            placeholder="https://auth.example.com/oauth2/authorize"
            value={auth.authorizeUrl}
            onChange={(authorizeUrl) => edited({ authorizeUrl }, 'auth.authorizeUrl')}
          />
        </Field>
      )}
      <Field
        label="Token URL"
        hint="Only this server gets the client secret, and only the API gets the token."
        error={oauthUrlTrouble('token', auth.tokenUrl, endpoint.allowedHosts) ?? undefined}
      >
        <TemplateField
          field="url"
          placeholder="https://auth.example.com/oauth2/token"
          value={auth.tokenUrl}
          onChange={(tokenUrl) => edited({ tokenUrl }, 'auth.tokenUrl')}
        />
      </Field>
      <Field label="Client id">
        <TemplateField
          field="text"
          value={auth.clientId.template}
          onChange={(template) => edited({ clientId: { template } }, 'auth.clientId')}
        />
      </Field>
      <CredentialField
        endpoint={endpoint}
        secrets={secrets}
        label="Client secret"
        placeholder="Paste the client secret"
        credential={auth.clientSecret}
        visibleHint={isSignIn ? 'Leave it empty for a client that has none.' : undefined}
        onChange={(clientSecret, field) => edited({ clientSecret }, field)}
      />
      <Field label="Scope">
        <TemplateField
          field="text"
          placeholder="orders.read orders.write"
          value={auth.scope}
          onChange={(scope) => edited({ scope }, 'auth.scope')}
        />
      </Field>
      <Field as="group" label="Client secret sent in">
        <Choice
          className={styles.choice}
          value={auth.clientAuthentication}
          options={[
            { value: 'basic', label: 'Header' },
            { value: 'body', label: 'Body' },
          ]}
          onChange={(clientAuthentication) => edited({ clientAuthentication })}
        />
      </Field>
      {isSignIn && <SignInField endpoint={endpoint} />}
    </>
  );
}
