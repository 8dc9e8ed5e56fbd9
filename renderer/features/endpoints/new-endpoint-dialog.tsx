import { useRef, useState, type SubmitEvent } from 'react';
import { baseUrlTrouble, hostComesFromExpression } from '#shared/endpoint/base-url-trouble.ts';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { Authentication } from '#shared/endpoint/endpoint.ts';
import { isSecretReference, type Credential } from '#shared/secret/credential.ts';
import { documentAdded } from '../../store/documents-store.ts';
import { newEndpointClosed, useNewEndpointAsked } from '../../store/new-endpoint-store.ts';
import { newId } from '../../store/new-id.ts';
import { secretEntered } from '../../store/secret-actions.ts';
import { sideBarShown } from '../../store/side-bar.ts';
import { documentOpened } from '../../store/view-store.ts';
import { useVault } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/field/choice.tsx';
import { useEndpointPlace } from '../../store/use-template-place.ts';
import { Field } from '../../ui/field/field.tsx';
import { SecretField, type SecretFieldHandle } from '../../ui/field/secret-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { authOfType, simpleOptions, type SimpleAuthType } from './authentication-types.ts';
import { keeperHints } from './keeper-hints.ts';
import styles from './new-endpoint-dialog.module.css';

/** The short way to an endpoint: name, base URL, authentication, its secret, Enter. Everything else has a default. */
export function NewEndpointDialog() {
  const asked = useNewEndpointAsked();
  return (
    <Dialog
      open={asked !== null}
      onClose={newEndpointClosed}
      keepsTyped
      title="New API endpoint"
      width="wide"
      description="A reusable target of API Calls. Headers, timeouts and retries can be set once it is made."
    >
      {asked !== null && <NewEndpointForm onMade={asked.onMade} folder={asked.folder} />}
    </Dialog>
  );
}

const secretWords = {
  bearer: { label: 'Token', placeholder: 'Paste the token' },
  'api-key': { label: 'Key', placeholder: 'Paste the key' },
  basic: { label: 'Password', placeholder: 'Enter the password' },
} as const satisfies Readonly<Record<Exclude<SimpleAuthType, 'none'>, object>>;

function NewEndpointForm({
  onMade,
  folder,
}: {
  readonly onMade: ((id: ReturnType<typeof newEndpointId>) => void) | null;
  readonly folder: string | null;
}) {
  const [name, setName] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const place = useEndpointPlace();
  const [type, setType] = useState<SimpleAuthType>('none');
  const [userName, setUserName] = useState('');
  const [tried, setTried] = useState(false);
  const keeper = useVault((state) => state.status.keeper);
  const secret = useRef<SecretFieldHandle>(null);
  const nameTrouble = name.trim() === '' ? 'Enter a name, such as Shop API.' : undefined;
  // Hosts that an expression may give are listed in the endpoint's own form, which opens next.
  const urlTrouble = hostComesFromExpression(baseUrl)
    ? undefined
    : (baseUrlTrouble(baseUrl, []) ?? undefined);

  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameTrouble !== undefined || urlTrouble !== undefined) return;
    const auth = withUserName(authOfType(type), userName);
    const endpoint = { ...newEndpoint(newEndpointId(), name.trim(), baseUrl.trim()), auth };
    const value = secret.current?.take() ?? '';
    documentAdded(endpoint, folder);
    newEndpointClosed();
    onMade?.(endpoint.id);
    if (onMade === null || hostComesFromExpression(baseUrl)) {
      sideBarShown('endpoints');
      documentOpened(endpoint.id);
    }
    const slot = secretOf(auth);
    if (value !== '' && slot !== null) void secretEntered({ documentId: endpoint.id, slot }, value);
  };

  return (
    <form className={styles.form} onSubmit={submitted} noValidate>
      <Field label="Name" error={tried ? nameTrouble : undefined}>
        <TextField autoFocus placeholder="Shop API" value={name} onChange={setName} />
      </Field>
      <Field label="Base URL" error={tried ? urlTrouble : undefined}>
        <TemplateContext value={place}>
          <TemplateField
            field="url"
            placeholder="https://api.example.com/v1"
            value={baseUrl}
            onChange={setBaseUrl}
          />
        </TemplateContext>
      </Field>
      <Field
        as="group"
        label="Authentication"
        hint={type === 'none' ? 'Digest and OAuth 2 are set in the form of the endpoint.' : undefined}
      >
        <Choice className={styles.choice} value={type} options={simpleOptions} onChange={setType} />
      </Field>
      {type === 'basic' && (
        <Field label="User name">
          <TextField value={userName} onChange={setUserName} />
        </Field>
      )}
      {type !== 'none' && (
        <Field label={secretWords[type].label} hint={keeperHints[keeper]}>
          <SecretField
            key={type}
            ref={secret}
            commit="when-asked"
            setAt={null}
            placeholder={secretWords[type].placeholder}
            onSubmit={() => Promise.resolve(true)}
          />
        </Field>
      )}
      <div className={styles.footer}>
        <Button onClick={newEndpointClosed}>Cancel</Button>
        <Button type="submit" look="primary">
          Create endpoint
        </Button>
      </div>
    </form>
  );
}

const newEndpointId = () => newId('ep');

function withUserName(auth: Authentication, userName: string): Authentication {
  return auth.type === 'basic' ? { ...auth, userName: { template: userName } } : auth;
}

function secretOf(auth: Authentication) {
  const credential: Credential | null =
    auth.type === 'bearer'
      ? auth.token
      : auth.type === 'api-key'
        ? auth.key
        : auth.type === 'basic'
          ? auth.password
          : null;
  return credential !== null && isSecretReference(credential) ? credential.secret : null;
}
