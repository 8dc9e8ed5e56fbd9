import { useState } from 'react';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { isSecretReference, type Credential } from '#shared/secret/credential.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { secretConfirmed, secretEntered, secretForgotten } from '../../store/secret-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { SecretField } from '../../ui/field/secret-field.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { Note } from '../../ui/status/note.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';

interface CredentialFieldProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
  readonly label: string;
  readonly placeholder: string;
  readonly credential: Credential;
  /** What else there is to say where it is a visible template. */
  readonly visibleHint?: string | undefined;
  readonly onChange: (credential: Credential, field: string | null) => void;
}

/** A credential: a secret that only goes in, or a visible template. Going from one to the other starts empty. */
export function CredentialField(props: CredentialFieldProps) {
  const { label, credential, visibleHint, onChange } = props;
  const secret = isSecretReference(credential);
  const other: Credential = secret ? { template: '' } : { secret: newId('sl') };
  return (
    <Field
      label={label}
      aside={
        <Button look="link" onClick={() => onChange(other, null)}>
          {secret ? 'Use a visible template' : 'Keep it secret'}
        </Button>
      }
      hint={secret ? undefined : [visibleHint, plainText].filter((each) => each !== undefined).join(' ')}
    >
      {secret ? (
        <SlotField {...props} slot={credential.secret} />
      ) : (
        <TemplateField
          field="text"
          value={credential.template}
          onChange={(template) => onChange({ template }, `credential ${label}`)}
        />
      )}
    </Field>
  );
}

const plainText = 'Written to the workspace as plain text; expressions give it its value.';

interface SlotFieldProps extends Pick<
  CredentialFieldProps,
  'endpoint' | 'secrets' | 'label' | 'placeholder'
> {
  readonly slot: SecretSlot;
  readonly look?: 'field' | 'cell';
  /** The value is the content of a file, which is picked and not typed. */
  readonly onPick?: () => void;
}

/** The field of one secret, with what is known of it. */
export function SlotField({
  endpoint,
  secrets,
  label,
  placeholder,
  slot,
  look = 'field',
  onPick,
}: SlotFieldProps) {
  const [forgetting, setForgetting] = useState(false);
  const known = secrets.find((state) => state.slot === slot);
  const place = { documentId: endpoint.id, slot };
  const isSet = known !== undefined && known.state !== 'missing';
  return (
    <>
      <SecretField
        look={look}
        label={look === 'cell' ? label : undefined}
        placeholder={placeholder}
        setAt={isSet ? known.setAt : null}
        warning={warningOf(known)}
        onSubmit={(value) => secretEntered(place, value)}
        onForget={() => setForgetting(true)}
        onPick={onPick}
      />
      {known?.state === 'other-origin' && (
        <Note
          tone="warning"
          title="The address has changed since this was entered"
          actions={
            <Button size="s" onClick={() => void secretConfirmed(place)}>
              Use it here too
            </Button>
          }
        >
          It was entered for {known.enteredFor ?? 'another address'}. Until you confirm it, calls end as an
          exception.
        </Note>
      )}
      <ConfirmDialog
        open={forgetting}
        title={`Forget the ${label.toLowerCase()} of ${endpoint.name}?`}
        safeLabel="Keep"
        confirmLabel={`Forget ${label.toLowerCase()}`}
        onCancel={() => setForgetting(false)}
        onConfirm={() => {
          setForgetting(false);
          void secretForgotten(place);
        }}
      >
        It cannot be brought back. API Calls through this endpoint will end as an exception until a new one is
        set.
      </ConfirmDialog>
    </>
  );
}

function warningOf(known: SecretState | undefined): string | undefined {
  if (known?.state === 'unreadable') return 'cannot be read any more: enter it again';
  if (known?.state === 'other-origin') return 'entered for another address';
  return known?.state === 'set' && known.short ? 'short: masked only where it is sent' : undefined;
}
