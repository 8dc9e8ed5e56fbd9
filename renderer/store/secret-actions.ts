import type { EndpointId, SecretSlot } from '#shared/ids/ids.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { toasts } from './toasts.ts';
import { secretStatesArrived } from './vault-store.ts';

interface SecretPlace {
  readonly documentId: EndpointId;
  readonly slot: SecretSlot;
}

/** Hands a typed secret over. Its document is saved first, since its address decides what the secret is bound to. */
export async function secretEntered(place: SecretPlace, value: string): Promise<boolean> {
  await savedNow();
  return settled(place, 'The secret was not kept', await bridge.call['secret.set']({ ...place, value }));
}

export async function secretForgotten(place: SecretPlace): Promise<boolean> {
  return settled(place, 'The secret was not forgotten', await bridge.call['secret.forget'](place));
}

/** The person says that a secret, entered for another address, may go to the present one. */
export async function secretConfirmed(place: SecretPlace): Promise<boolean> {
  await savedNow();
  return settled(place, 'The secret was not confirmed', await bridge.call['secret.confirm-origin'](place));
}

function settled(
  { documentId }: SecretPlace,
  title: string,
  outcome: Outcome<readonly SecretState[], VaultFailure>,
): boolean {
  if (outcome.ok) secretStatesArrived(documentId, outcome.value);
  else toasts.show({ title, body: outcome.failure.message, icon: 'shield-alert', urgent: true });
  return outcome.ok;
}
