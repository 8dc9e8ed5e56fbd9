import type { EndpointId, EnvironmentId, SecretSlot } from '#shared/ids/ids.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import { secretSlotOrigin, type SecretUse } from '#shared/secret/secret-slots.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { unlockedForKeeping } from './passphrase-actions.ts';
import { toasts } from './toasts.ts';
import { usableAsShown } from './usable-documents.ts';
import { secretStatesArrived, vaultStore, type SecretHolderId } from './vault-store.ts';

interface SecretPlace {
  readonly documentId: SecretHolderId;
  readonly slot: SecretSlot;
}

/**
 * Hands a typed secret over, with the address that its form shows. Its document is saved first, since its address decides
 * what the secret is bound to; while somebody has to decide which address that is, nothing is bound to either.
 */
export async function secretEntered(place: SecretPlace, value: string): Promise<boolean> {
  const title = 'The secret was not kept';
  await unlockedForKeeping();
  const origin = await originShown(place, title);
  if (origin === null) return false;
  return settled(place, title, await bridge.call['secret.set']({ ...place, origin, value }));
}

/** Lets the person pick a file whose content becomes the secret; the page never gets it. */
export async function secretFilePicked(place: SecretPlace): Promise<boolean> {
  const title = 'The file was not kept';
  await unlockedForKeeping();
  const origin = await originShown(place, title);
  if (origin === null) return false;
  const outcome = await bridge.call['secret.pick-file']({ ...place, origin });
  const isCancelled = !outcome.ok && outcome.failure.code === 'cancelled';
  return isCancelled ? false : settled(place, title, outcome);
}

export async function secretForgotten(place: SecretPlace): Promise<boolean> {
  return settled(place, 'The secret was not forgotten', await bridge.call['secret.forget'](place));
}

/** The person says that a secret, entered for another address, may go to the present one. */
export async function secretConfirmed(place: SecretPlace): Promise<boolean> {
  const title = 'The secret was not confirmed';
  await unlockedForKeeping();
  const origin = await originShown(place, title);
  if (origin === null) return false;
  return settled(place, title, await bridge.call['secret.confirm-origin']({ ...place, origin }));
}

/** A secret of an environment, and where an API endpoint would send it. */
export interface SecretJourney {
  readonly documentId: EnvironmentId;
  readonly slot: SecretSlot;
  readonly endpointId: EndpointId;
  readonly use: SecretUse;
  readonly origin: string;
}

/** The person lets a secret of an environment go where an endpoint sends it. */
export async function secretLetGo(journey: SecretJourney): Promise<boolean> {
  const title = 'The secret was not let go there';
  await unlockedForKeeping();
  if (!(await usableAsShown([journey.documentId, journey.endpointId], title))) return false;
  return settled(journey, title, await bridge.call['secret.let-go']({ ...journey }));
}

/** The person takes that back for one address. */
export async function secretHeldBack(
  place: Pick<SecretJourney, 'documentId' | 'slot' | 'origin'>,
): Promise<boolean> {
  const title = 'That was not taken back';
  await unlockedForKeeping();
  if (!(await usableAsShown([place.documentId], title))) return false;
  return settled(place, title, await bridge.call['secret.hold-back'](place));
}

async function originShown({ documentId, slot }: SecretPlace, title: string): Promise<string | null> {
  if (!(await usableAsShown([documentId], title))) return null;
  const document = documentsStore.getState().documents[documentId]?.document;
  if (document?.format === 'flowbench.environment') {
    const known = vaultStore.getState().secrets[document.id]?.find((each) => each.slot === slot);
    return confirmedOrigins(known?.confirmedFor ?? []);
  }
  return document?.format === 'flowbench.endpoint' ? secretSlotOrigin(document, slot) : null;
}

function settled(
  { documentId }: Pick<SecretPlace, 'documentId'>,
  title: string,
  outcome: Outcome<readonly SecretState[], VaultFailure>,
): boolean {
  if (outcome.ok) secretStatesArrived(documentId, outcome.value);
  else toasts.show({ title, body: outcome.failure.message, icon: 'shield-alert', urgent: true });
  return outcome.ok;
}
