import type { SecretSlot } from '#shared/ids/ids.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { ChannelInput, Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { secretSlotOrigin, secretSlots } from '#shared/secret/secret-slots.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import { type CredentialFileKind, readCredentialFile } from '../../vault/credential-file.ts';
import type { BoundPlace } from '../../vault/secret-place.ts';
import type { OpenedWorkspace } from '../../app/opened-workspace.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';

type SecretHandlers = Pick<
  Handlers,
  'secret.states' | 'secret.set' | 'secret.pick-file' | 'secret.forget' | 'secret.confirm-origin'
>;
type States = Outcome<SecretState[], VaultFailure>;
type Place = ChannelInput<'secret.forget'>;

/**
 * Handlers of `secret.*`. Where a secret may go is read from the saved document, never taken from the page; what the page
 * shows must be the same, or the person would bind a secret to an address that they do not see. Every answer is the state
 * of all of the document's secrets, and no value.
 *
 * @param onValue hears of each value before anything is done with it, so that the log can keep it out
 */
export function secretHandlers(
  workbench: Workbench,
  dialogs: Pick<PersonDialogs, 'pickCredentialFile'>,
  onValue: (value: string) => void,
): SecretHandlers {
  const changing = async (
    place: Place,
    change: (opened: OpenedWorkspace, bound: BoundPlace) => Promise<Outcome<null, VaultFailure>>,
  ): Promise<States> => {
    const opened = await workbench.current();
    const endpoint = savedEndpoint(opened, place.documentId);
    if (endpoint === null || !secretSlots(endpoint).includes(place.slot)) return failed(documentMissing);
    const changed = await change(opened, bound(opened, endpoint, place.slot));
    return changed.ok ? states(opened, endpoint) : changed;
  };
  return {
    'secret.states': async ({ documentId }) => {
      const opened = await workbench.current();
      const endpoint = savedEndpoint(opened, documentId);
      return endpoint === null ? failed(documentMissing) : states(opened, endpoint);
    },
    'secret.set': ({ value, origin, ...place }) => {
      onValue(value);
      return changing(place, ({ vault }, to) => ifShown(origin, to, () => vault.set(to, value)));
    },
    'secret.pick-file': async ({ origin, ...place }) => {
      const endpoint = savedEndpoint(await workbench.current(), place.documentId);
      const kind = endpoint === null ? null : credentialFileKind(endpoint, place.slot);
      if (kind === null) return failed(documentMissing);
      const picked = await dialogs.pickCredentialFile(kind);
      if (picked === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      const read = await readCredentialFile(picked, kind);
      if (!read.ok) return read;
      onValue(read.value);
      return changing(place, ({ vault }, to) => ifShown(origin, to, () => vault.set(to, read.value)));
    },
    'secret.forget': (place) => changing(place, ({ vault }, from) => vault.forget(from)),
    'secret.confirm-origin': ({ origin, ...place }) =>
      changing(place, ({ vault }, to) => ifShown(origin, to, () => vault.confirmOrigin(to))),
  };
}

async function ifShown(
  shownOrigin: string,
  { origin }: BoundPlace,
  change: () => Promise<Outcome<null, VaultFailure>>,
): Promise<Outcome<null, VaultFailure>> {
  if (origin === shownOrigin) return change();
  const message = `The saved API endpoint sends this secret to ${origin}, and not to what the form shows. Nothing was kept; look at its base URL and its proxy, and enter the secret again.`;
  return failed({ code: 'origin-changed', message });
}

const documentMissing: VaultFailure = {
  code: 'document-missing',
  message: 'The API endpoint is not saved yet, or this field of it is not a secret any more.',
};

function savedEndpoint({ workspace }: OpenedWorkspace, id: Endpoint['id']): Endpoint | null {
  const document = workspace.document(id)?.document;
  return document?.format === 'flowbench.endpoint' ? document : null;
}

/** What the file for a slot has to be; `null` where no file belongs there. */
function credentialFileKind({ tls }: Endpoint, slot: SecretSlot): CredentialFileKind | null {
  const { clientCertificate: own } = tls;
  if (own?.type === 'pem') return own.key.secret === slot ? 'key' : null;
  return own?.file.secret === slot ? 'pkcs12' : null;
}

function bound({ workspace }: OpenedWorkspace, endpoint: Endpoint, slot: SecretSlot): BoundPlace {
  return {
    workspaceId: workspace.id,
    documentId: endpoint.id,
    slot,
    origin: secretSlotOrigin(endpoint, slot),
  };
}

async function states({ workspace, vault }: OpenedWorkspace, endpoint: Endpoint): Promise<States> {
  const slots = secretSlots(endpoint);
  const states = new Map<SecretSlot, SecretState>();
  // The proxy's password goes elsewhere than the rest, so the vault is asked once for each place.
  for (const [origin, there] of slotsByOrigin(endpoint, slots)) {
    const found = await vault.states(workspace.id, endpoint.id, there, origin);
    if (!found.ok) return found;
    for (const state of found.value) states.set(state.slot, state);
  }
  return succeeded(slots.flatMap((slot) => states.get(slot) ?? []));
}

function slotsByOrigin(
  endpoint: Endpoint,
  slots: readonly SecretSlot[],
): ReadonlyMap<string, readonly SecretSlot[]> {
  const byOrigin = new Map<string, SecretSlot[]>();
  for (const slot of slots) {
    const origin = secretSlotOrigin(endpoint, slot);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), slot]);
  }
  return byOrigin;
}
