import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SignInState } from '#shared/ipc/channels/oauth-channels.ts';
import {
  signInBegun,
  signInCancelled,
  type SignInView,
  signOutWanted,
  useSignIn,
} from '../../store/sign-in-store.ts';
import { useEnvironment, useOpenDocument } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { expiryWords } from '../../ui/status/expiry-words.ts';
import { useMinute } from '../../ui/status/use-minute.ts';
import styles from './endpoint-editor.module.css';

/** Whether a person is signed in, and the way in and out. It is about the active environment. */
export function SignInField({ endpoint }: { readonly endpoint: Endpoint }) {
  const environmentId = useView((state) => state.environmentId);
  const environment = useEnvironment(environmentId);
  const now = useMinute();
  const place = { endpointId: endpoint.id, environmentId: environment?.id ?? null };
  const revision = useOpenDocument(endpoint.id)?.revision ?? '';
  const view = useSignIn(place, `${revision} ${String(now)}`);
  return (
    <Field
      as="group"
      label="Sign-in"
      hint={environment === undefined ? undefined : `For the environment ${environment.name}.`}
      error={view.failure ?? undefined}
    >
      <div className={styles.inline}>
        <span role="status" className={styles.signIn} data-state={view.state}>
          {stateWords(view, now)}
        </span>
        <Actions view={view} place={place} />
      </div>
    </Field>
  );
}

interface ActionsProps {
  readonly view: SignInView;
  readonly place: Parameters<typeof signInBegun>[0];
}

function Actions({ view, place }: ActionsProps) {
  switch (view.state) {
    case 'signing-in':
      return <Button onClick={() => void signInCancelled(place)}>Cancel</Button>;
    case 'signed-in':
      return <Button onClick={() => void signOutWanted(place)}>Sign out</Button>;
    case 'signed-out':
      return (
        <Button icon="external" onClick={() => void signInBegun(place)}>
          Sign in…
        </Button>
      );
  }
}

function stateWords({ expiresAt, renews, state }: SignInState, nowMs: number): string {
  if (state === 'signing-in') return 'Waiting for you in the browser…';
  if (state === 'signed-out') return 'Signed out';
  const expiry = expiresAt === null ? null : expiryWords(expiresAt, nowMs);
  if (expiry === null) return renews || expiresAt === null ? 'Signed in' : 'Signed out';
  return `Signed in, ${expiry}`;
}
