import type { Endpoint, EndpointHeader } from '#shared/endpoint/endpoint.ts';
import type { EndpointId, SecretSlot } from '#shared/ids/ids.ts';
import { headerNames, headerValues, repeatedHeaders } from '#shared/request/header-advice.ts';
import { isSecretReference } from '#shared/secret/credential.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { secretEntered } from '../../store/secret-actions.ts';
import { handedOver } from '../../ui/field/drafts.ts';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import type { RowFormat } from '../../ui/field/row-format.ts';
import { SecretField } from '../../ui/field/secret-field.tsx';
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
  const { id, headers } = endpoint;
  const changed = (next: readonly EndpointHeader[]) => endpointEdited(id, { headers: [...next] }, 'headers');
  return (
    <FormRow title="Headers" hint="Sent with every call">
      <KeyValueTable
        label="Headers"
        field="header"
        rows={headers}
        format={headerFormat}
        onChange={changed}
        suggestedNames={headerNames}
        suggestedValues={headerValues}
        hintsOf={repeatedHeaders}
        textRefused="These values are secrets unless they are marked as visible, and a text would hold them open. Lines that are pasted into a name become rows."
        // A header that is pasted as a line is one row; its value must not be left in the name.
        fewestPastedRows={1}
        onRowsPasted={(list, at) => {
          const fresh = list.map(({ name }) => secretHeader(name));
          changed(headers.toSpliced(at, 0, ...fresh.map(({ header }) => header)));
          handedOver(
            valuesEntered(
              id,
              fresh.map(({ slot }, row) => ({ slot, value: list[row]?.value ?? '' })),
            ),
          );
        }}
        valueCell={(header) =>
          isSecretReference(header.value) && (
            <SlotField
              // Rows are told apart by their place; what is being typed belongs to a slot and not to a place.
              key={header.value.secret}
              look="cell"
              endpoint={endpoint}
              secrets={secrets}
              label={`Value of ${header.name === '' ? 'the new header' : header.name}`}
              placeholder="Paste the value"
              slot={header.value.secret}
            />
          )
        }
        emptyValueCell={(label, placeholder) => (
          <SecretField
            look="cell"
            label={label}
            placeholder={placeholder}
            setAt={null}
            onSubmit={(value) => {
              const { header, slot } = secretHeader('');
              changed([...headers, header]);
              // What is not kept does not come back here, for this cell belongs to the next row by then.
              return secretEntered({ documentId: id, slot }, value).then(() => true);
            }}
          />
        )}
        extra={{
          title: 'Secret or visible',
          cell: (header, change) => <SecrecyButton header={header} onChange={change} />,
          empty: <Secrecy secret />,
        }}
      />
    </FormRow>
  );
}

/** A header whose value is a secret, and the slot that the value belongs into. */
function secretHeader(name: string): { readonly header: EndpointHeader; readonly slot: SecretSlot } {
  const slot = newId('sl');
  return { header: { name, value: { secret: slot }, enabled: true }, slot };
}

interface SlotValue {
  readonly slot: SecretSlot;
  readonly value: string;
}

// One after the other, so that the last answer tells of all of them.
async function valuesEntered(documentId: EndpointId, values: readonly SlotValue[]): Promise<void> {
  for (const { slot, value } of values) {
    if (value !== '') await secretEntered({ documentId, slot }, value);
  }
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
      aria-label={secret ? `Secret: make ${header.name} visible` : `Visible: keep ${header.name} secret`}
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
  // The first letter of a name makes the row; values have a way of their own into their slots.
  make: (name) => secretHeader(name).header,
  valueOf: (row) => (isSecretReference(row.value) ? null : row.value.template),
  withValue: (row, template) => ({ ...row, value: { template } }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
  heldWord: 'secret',
};
