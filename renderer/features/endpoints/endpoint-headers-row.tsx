import type { Endpoint, EndpointHeader } from '#shared/endpoint/endpoint.ts';
import { isSecretReference } from '#shared/secret/credential.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import type { RowFormat } from '../../ui/field/row-format.ts';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { SlotField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

interface EndpointHeadersRowProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** The headers that go with every call; a value is a secret unless it is marked as visible. */
export function EndpointHeadersRow({ endpoint, secrets }: EndpointHeadersRowProps) {
  return (
    <FormRow title="Headers" hint="Sent with every call">
      <KeyValueTable
        label="Headers"
        rows={endpoint.headers}
        format={headerFormat}
        onChange={(headers) => endpointEdited(endpoint.id, { headers: [...headers] }, 'headers')}
        valueCell={(header) =>
          isSecretReference(header.value) && (
            <SlotField
              // Rows are told apart by their place; what is being typed belongs to a slot and not to a place.
              key={header.value.secret}
              look="cell"
              endpoint={endpoint}
              secrets={secrets}
              label={`Value of ${header.name}`}
              placeholder="Paste the value"
              slot={header.value.secret}
            />
          )
        }
        extra={{
          title: 'Secret or visible',
          cell: (header, change) => <SecrecyButton header={header} onChange={change} />,
          empty: <Secrecy secret />,
        }}
      />
    </FormRow>
  );
}

function SecrecyButton({
  header,
  onChange,
}: {
  readonly header: EndpointHeader;
  readonly onChange: (header: EndpointHeader) => void;
}) {
  const secret = isSecretReference(header.value);
  // Going from secret to visible starts empty: what was secret must not become text of the workspace.
  const other = secret ? { template: '' } : { secret: newId('sl') };
  return (
    <button
      type="button"
      className={styles.secrecy}
      aria-label={secret ? `Make ${header.name} visible` : `Keep ${header.name} secret`}
      onClick={() => onChange({ ...header, value: other })}
    >
      <Secrecy secret={secret} />
    </button>
  );
}

function Secrecy({ secret }: { readonly secret: boolean }) {
  return (
    <span className={styles.secrecyWord}>
      <Icon name={secret ? 'lock' : 'lock-open'} size={14} />
      {secret ? 'Secret' : 'Visible'}
    </span>
  );
}

const headerFormat: RowFormat<EndpointHeader> = {
  // A new header is a secret as soon as it has a name; a value that is typed first is plainly visible, so it stays that.
  make: (name, value) => ({
    name,
    value: value === '' ? { secret: newId('sl') } : { template: value },
    enabled: true,
  }),
  valueOf: (row) => (isSecretReference(row.value) ? null : row.value.template),
  withValue: (row, template) => ({ ...row, value: { template } }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
};
