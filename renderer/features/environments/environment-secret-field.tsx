import { useState } from 'react';
import type { Environment, SecretValue } from '#shared/environment/environment.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { secretEntered, secretForgotten } from '../../store/secret-actions.ts';
import { SecretField } from '../../ui/field/secret-field.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';

interface EnvironmentSecretFieldProps {
  readonly environment: Environment;
  readonly value: SecretValue;
  /** `undefined` until it is known. */
  readonly known: SecretState | undefined;
}

/** The field of a secret value: it goes in, and is only said to be set. */
export function EnvironmentSecretField({ environment, value, known }: EnvironmentSecretFieldProps) {
  const [forgetting, setForgetting] = useState(false);
  const place = { documentId: environment.id, slot: value.secret };
  const isSet = known !== undefined && known.state !== 'missing';
  const called = value.name === '' ? 'the new value' : value.name;
  return (
    <>
      <SecretField
        look="cell"
        label={`Value of ${called}`}
        placeholder="Paste the secret"
        setAt={isSet ? known.setAt : null}
        warning={warningOf(known)}
        onSubmit={(text) => secretEntered(place, text)}
        onForget={() => setForgetting(true)}
      />
      <ConfirmDialog
        open={forgetting}
        title={`Forget ${called} of ${environment.name}?`}
        safeLabel="Keep"
        confirmLabel="Forget the secret"
        onCancel={() => setForgetting(false)}
        onConfirm={() => {
          setForgetting(false);
          void secretForgotten(place);
        }}
      >
        It cannot be brought back, and where it may go is forgotten with it. API Calls that use it will end as
        an exception until a new one is set.
      </ConfirmDialog>
    </>
  );
}

function warningOf(known: SecretState | undefined): string | undefined {
  if (known?.state === 'unreadable') return 'cannot be read any more: enter it again';
  return known?.state === 'set' && known.short ? 'short: masked only where it is sent' : undefined;
}
