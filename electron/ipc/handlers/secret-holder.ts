import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import type { EndpointId, EnvironmentId, SecretSlot } from '#shared/ids/ids.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import { secretSlotOrigin, secretSlots } from '#shared/secret/secret-slots.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import type { OpenedWorkspace } from '../../app/opened-workspace.ts';
import type { BoundPlace } from '../../vault/secret-place.ts';

/** A document that refers to secrets. */
export type SecretHolder = Endpoint | Environment;

export type SecretStates = Outcome<SecretState[], VaultFailure>;

/** The saved document of an id; `null` where it is none that refers to secrets. */
export function savedHolder(
  { workspace }: OpenedWorkspace,
  id: EndpointId | EnvironmentId,
): SecretHolder | null {
  const document = workspace.document(id)?.document;
  const refers = document?.format === 'flowbench.endpoint' || document?.format === 'flowbench.environment';
  return refers ? document : null;
}

/** The slots of a document, in the order of its form. */
export function slotsOf(holder: SecretHolder): readonly SecretSlot[] {
  return holder.format === 'flowbench.endpoint'
    ? secretSlots(holder)
    : holder.values.filter(isSecretValue).map(({ secret }) => secret);
}

/**
 * The place of a slot with what its secret is bound to: the endpoint's address; for an environment, which has none, the
 * origins that its secret may go to so far.
 */
export async function boundPlace(
  opened: OpenedWorkspace,
  holder: SecretHolder,
  slot: SecretSlot,
): Promise<Outcome<BoundPlace, VaultFailure>> {
  const place = { workspaceId: opened.workspace.id, documentId: holder.id, slot };
  if (holder.format === 'flowbench.endpoint')
    return succeeded({ ...place, origin: secretSlotOrigin(holder, slot) });
  const states = await opened.vault.states(place.workspaceId, place.documentId, [slot], '');
  if (!states.ok) return states;
  return succeeded({ ...place, origin: confirmedOrigins(states.value[0]?.confirmedFor ?? []) });
}

/** The state of all secrets of a document, in order. */
export async function statesOf(
  { vault, workspace }: OpenedWorkspace,
  holder: SecretHolder,
): Promise<SecretStates> {
  const slots = slotsOf(holder);
  const states = new Map<SecretSlot, SecretState>();
  // The proxy's password goes elsewhere than the rest, so the vault is asked once for each place.
  for (const [origin, there] of slotsByOrigin(holder, slots)) {
    const found = await vault.states(workspace.id, holder.id, there, origin);
    if (!found.ok) return found;
    for (const state of found.value) states.set(state.slot, state);
  }
  return succeeded(slots.flatMap((slot) => states.get(slot) ?? []));
}

function slotsByOrigin(
  holder: SecretHolder,
  slots: readonly SecretSlot[],
): ReadonlyMap<string, readonly SecretSlot[]> {
  if (holder.format === 'flowbench.environment') return new Map([['', slots]]);
  const byOrigin = new Map<string, SecretSlot[]>();
  for (const slot of slots) {
    const origin = secretSlotOrigin(holder, slot);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), slot]);
  }
  return byOrigin;
}
