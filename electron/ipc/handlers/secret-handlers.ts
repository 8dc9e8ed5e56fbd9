import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import type { ChannelInput, Handlers } from '#shared/ipc/contract.ts';
import { failed, type Outcome } from '#shared/outcome/outcome.ts';
import { confirmedOrigins, originsIn } from '#shared/secret/confirmed-origins.ts';
import { secretDestinations } from '#shared/secret/secret-slots.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { type CredentialFileKind, readCredentialFile } from '../../vault/credential-file.ts';
import type { BoundPlace } from '../../vault/secret-place.ts';
import type { OpenedWorkspace } from '../../app/opened-workspace.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import { boundPlace, savedHolder, slotsOf, statesOf, type SecretStates } from './secret-holder.ts';

type SecretHandlers = Pick<
  Handlers,
  | 'secret.states'
  | 'secret.set'
  | 'secret.pick-file'
  | 'secret.forget'
  | 'secret.confirm-origin'
  | 'secret.let-go'
  | 'secret.hold-back'
>;
type Place = ChannelInput<'secret.forget'>;
type Done = Promise<Outcome<null, VaultFailure>>;

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
    change: (opened: OpenedWorkspace, bound: BoundPlace) => Done,
  ): Promise<SecretStates> => {
    const opened = await workbench.current();
    const holder = savedHolder(opened, place.documentId);
    if (holder === null || !slotsOf(holder).includes(place.slot)) return failed(documentMissing);
    const bound = await boundPlace(opened, holder, place.slot);
    if (!bound.ok) return bound;
    const changed = await change(opened, bound.value);
    return changed.ok ? statesOf(opened, holder) : changed;
  };
  return {
    'secret.states': async ({ documentId }) => {
      const opened = await workbench.current();
      const holder = savedHolder(opened, documentId);
      return holder === null ? failed(documentMissing) : statesOf(opened, holder);
    },
    'secret.set': ({ value, origin, ...place }) => {
      onValue(value);
      return changing(place, ({ vault }, to) => ifShown(origin, to, () => vault.set(to, value)));
    },
    'secret.pick-file': async ({ origin, ...place }) => {
      const holder = savedHolder(await workbench.current(), place.documentId);
      const isEndpoint = holder?.format === 'flowbench.endpoint';
      const kind = isEndpoint ? credentialFileKind(holder, place.slot) : null;
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
    'secret.let-go': ({ endpointId, origin, use, ...place }) =>
      changing(place, async (opened, bound) => {
        const endpoint = savedHolder(opened, endpointId);
        if (endpoint?.format !== 'flowbench.endpoint') return failed(documentMissing);
        const there = secretDestinations(endpoint).find((each) => each.use === use);
        const to = { ...bound, origin: there?.origin ?? '' };
        return ifShown(origin, to, () => opened.vault.confirmOrigin(withOrigin(bound, origin)));
      }),
    'secret.hold-back': ({ origin, ...place }) =>
      changing(place, ({ vault }, bound) => vault.confirmOrigin(withoutOrigin(bound, origin))),
  };
}

function withOrigin(bound: BoundPlace, origin: string): BoundPlace {
  return { ...bound, origin: confirmedOrigins([...originsIn(bound.origin), origin]) };
}

function withoutOrigin(bound: BoundPlace, origin: string): BoundPlace {
  return { ...bound, origin: confirmedOrigins(originsIn(bound.origin).filter((each) => each !== origin)) };
}

async function ifShown(shownOrigin: string, { origin }: BoundPlace, change: () => Done): Done {
  if (origin === shownOrigin) return change();
  const message = `The saved document sends this secret to ${origin}, and not to what the form shows. Nothing was kept; look at the base URL and the proxy of the API endpoint, and try again.`;
  return failed({ code: 'origin-changed', message });
}

const documentMissing: VaultFailure = {
  code: 'document-missing',
  message: 'The document is not saved yet, or this field of it is not a secret any more.',
};

/** What the file for a slot has to be; `null` where no file belongs there. */
function credentialFileKind({ tls }: Endpoint, slot: SecretSlot): CredentialFileKind | null {
  const { clientCertificate: own } = tls;
  if (own?.type === 'pem') return own.key.secret === slot ? 'key' : null;
  return own?.file.secret === slot ? 'pkcs12' : null;
}
