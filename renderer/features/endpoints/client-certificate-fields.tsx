import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { ClientCertificate } from '#shared/endpoint/tls.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { secretFilePicked } from '../../store/secret-actions.ts';
import { useVault } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { CertificatesField } from './certificates-field.tsx';
import { SlotField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { keeperHints } from './keeper-hints.ts';
import styles from './endpoint-editor.module.css';

type Kind = 'none' | ClientCertificate['type'];

const kindOptions: readonly ChoiceOption<Kind>[] = [
  { value: 'none', label: 'None' },
  { value: 'pem', label: 'PEM' },
  { value: 'pkcs12', label: 'PKCS#12' },
];

interface ClientCertificateFieldsProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** What is shown to a server that asks who calls. Its key is a secret; redirects to other origins leave it behind. */
export function ClientCertificateFields({ endpoint, secrets }: ClientCertificateFieldsProps) {
  const { clientCertificate: own } = endpoint.tls;
  const keeper = useVault((state) => state.status.keeper);
  const edited = (next: ClientCertificate | undefined, field: string | null = null) =>
    endpointEdited(endpoint.id, { tls: withClientCertificate(endpoint, next) }, field);
  return (
    <>
      <Field as="group" label="Client certificate" hint={own === undefined ? undefined : keeperHints[keeper]}>
        <Choice
          className={styles.choice}
          value={own?.type ?? 'none'}
          options={kindOptions}
          onChange={(kind) => edited(certificateOfKind(kind))}
        />
      </Field>
      {own?.type === 'pem' && (
        <CertificatesField
          label="Certificate"
          hint="The client’s own, and behind it those of its issuers that the server may not know."
          value={own.certificate}
          onChange={(certificate) => edited({ ...own, certificate }, 'tls.certificate')}
        />
      )}
      {own !== undefined && (
        <>
          <HeldFile endpoint={endpoint} secrets={secrets} own={own} />
          <Passphrase endpoint={endpoint} secrets={secrets} own={own} onChange={edited} />
        </>
      )}
    </>
  );
}

/** Fresh settings of a kind: its secrets have slots and no values yet. PKCS#12 files hardly ever come without a passphrase. */
function certificateOfKind(kind: Kind): ClientCertificate | undefined {
  if (kind === 'none') return undefined;
  const secret = () => ({ secret: newId('sl') });
  if (kind === 'pem') return { type: kind, certificate: '', key: secret() };
  return { type: kind, file: secret(), passphrase: secret() };
}

function withClientCertificate({ tls }: Endpoint, next: ClientCertificate | undefined): Endpoint['tls'] {
  const { clientCertificate: _, ...others } = tls;
  return next === undefined ? others : { ...others, clientCertificate: next };
}

type PartProps = ClientCertificateFieldsProps & { readonly own: ClientCertificate };

/** The key, or the file that holds it. A file is picked in the main process, so that its content never comes here. */
function HeldFile({ endpoint, secrets, own }: PartProps) {
  const { secret: slot } = own.type === 'pem' ? own.key : own.file;
  const pick = () => void secretFilePicked({ documentId: endpoint.id, slot });
  if (own.type === 'pkcs12') {
    return (
      <Field label="File">
        <SlotField
          endpoint={endpoint}
          secrets={secrets}
          label="PKCS#12 file"
          placeholder="A .p12 or .pfx file"
          slot={slot}
          onPick={pick}
        />
      </Field>
    );
  }
  return (
    <Field
      label="Key"
      aside={
        <Button look="link" onClick={pick}>
          Choose a file…
        </Button>
      }
    >
      <SlotField
        endpoint={endpoint}
        secrets={secrets}
        label="Key"
        placeholder="Paste the key, or choose its file"
        slot={slot}
      />
    </Field>
  );
}

interface PassphraseProps extends PartProps {
  readonly onChange: (own: ClientCertificate) => void;
}

function Passphrase({ endpoint, secrets, own, onChange }: PassphraseProps) {
  const { passphrase, ...without } = own;
  return (
    <>
      <Switch
        checked={passphrase !== undefined}
        onChange={(on) => onChange(on ? { ...own, passphrase: { secret: newId('sl') } } : without)}
      >
        It is protected by a passphrase
      </Switch>
      {passphrase !== undefined && (
        <Field label="Passphrase">
          <SlotField
            endpoint={endpoint}
            secrets={secrets}
            label="Passphrase"
            placeholder="Enter the passphrase"
            slot={passphrase.secret}
          />
        </Field>
      )}
    </>
  );
}
