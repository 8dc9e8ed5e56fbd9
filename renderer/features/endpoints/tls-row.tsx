import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { isOldTlsVersion, type TlsSettings, type TlsVersion } from '#shared/endpoint/tls.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { Note } from '../../ui/status/note.tsx';
import { CertificatesField } from './certificates-field.tsx';
import { ClientCertificateFields } from './client-certificate-fields.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

const versionOptions: readonly ChoiceOption<TlsVersion>[] = [
  { value: 'TLSv1', label: '1.0' },
  { value: 'TLSv1.1', label: '1.1' },
  { value: 'TLSv1.2', label: '1.2' },
  { value: 'TLSv1.3', label: '1.3' },
];

interface TlsRowProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** How encrypted connections to the API are made, and which servers are believed. */
export function TlsRow({ endpoint, secrets }: TlsRowProps) {
  const { tls } = endpoint;
  const edited = (change: Partial<TlsSettings>, field: string | null = null) =>
    endpointEdited(endpoint.id, { tls: { ...tls, ...change } }, field);
  return (
    <FormRow title="TLS" hint="For this endpoint only. Requests are sent as HTTP/1.1.">
      <Switch checked={tls.verify} onChange={(verify) => edited({ verify })}>
        Verify the certificate of the server
      </Switch>
      {!tls.verify && <Unverified onVerify={() => edited({ verify: true })} />}
      <Field
        as="group"
        label="Oldest version of TLS"
        hint={
          isOldTlsVersion(tls.minVersion)
            ? 'Versions before 1.2 are broken, and come with ciphers that are. Use them only for servers that cannot be updated.'
            : undefined
        }
      >
        <Choice
          className={styles.choice}
          value={tls.minVersion}
          options={versionOptions}
          onChange={(minVersion) => edited({ minVersion })}
        />
      </Field>
      <Authorities
        tls={tls}
        onChange={(ca) => endpointEdited(endpoint.id, { tls: withAuthorities(tls, ca) }, 'tls.ca')}
      />
      <ClientCertificateFields endpoint={endpoint} secrets={secrets} />
    </FormRow>
  );
}

function Unverified({ onVerify }: { readonly onVerify: () => void }) {
  return (
    <Note
      tone="error"
      title="Certificates are not verified"
      live
      actions={
        <Button size="s" onClick={onVerify}>
          Verify them
        </Button>
      }
    >
      Whoever is on the way to the API can read and change what this endpoint sends, its secrets too. Add the
      authority of the server below instead, where you can.
    </Note>
  );
}

interface AuthoritiesProps {
  readonly tls: TlsSettings;
  readonly onChange: (ca: string | undefined) => void;
}

function Authorities({ tls, onChange }: AuthoritiesProps) {
  if (tls.ca === undefined) {
    return (
      <div className={styles.inline}>
        <span className={styles.inlineLabel}>Authorities that come with Flowbench</span>
        <Button look="quiet" size="s" icon="plus" onClick={() => onChange('')}>
          Authority
        </Button>
      </div>
    );
  }
  return (
    <CertificatesField
      label="Authorities of your own"
      hint="Trusted besides those that come with Flowbench. Written to the workspace: certificates are public."
      value={tls.ca}
      onChange={onChange}
      onRemove={() => onChange(undefined)}
    />
  );
}

function withAuthorities({ ca: _, ...others }: TlsSettings, ca: string | undefined): TlsSettings {
  return ca === undefined ? others : { ...others, ca };
}
