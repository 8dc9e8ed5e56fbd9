import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import type { Workbench } from '../../app/workbench.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { type ProxyPasswordPlace, proxyPasswordPlace } from '../../vault/secret-place.ts';
import type { Vault } from '../../vault/vault.ts';

type ProxyHandlers = Pick<
  Handlers,
  'proxy.state' | 'proxy.set-password' | 'proxy.forget-password' | 'proxy.confirm-password'
>;
type Changed = Promise<Outcome<SecretState, VaultFailure>>;
type Change = (vault: Vault, place: ProxyPasswordPlace) => Promise<Outcome<null, VaultFailure>>;

/**
 * Handlers of `proxy.*`. Where the password may go is read from the settings, never taken from the page.
 *
 * @param onValue hears of each value before anything is done with it, so that the log can keep it out
 */
export function proxyHandlers(
  workbench: Workbench,
  settings: Pick<SettingsStore, 'read'>,
  onValue: (value: string) => void,
): ProxyHandlers {
  const changing = async (shownOrigin: string | null, change: Change): Changed => {
    const { proxy } = settings.read();
    if (proxy.mode !== 'manual') return failed(noProxy);
    const place = proxyPasswordPlace(proxy.url);
    if (shownOrigin !== null && shownOrigin !== place.origin) return failed(otherAddress(place.origin));
    const { vault } = await workbench.current();
    const changed = await change(vault, place);
    return changed.ok ? stateOf(vault, place) : changed;
  };
  return {
    'proxy.state': () => changing(null, () => Promise.resolve(succeeded(null))),
    'proxy.set-password': ({ origin, value }) => {
      onValue(value);
      return changing(origin, (vault, place) => vault.set(place, value));
    },
    'proxy.forget-password': () => changing(null, (vault, place) => vault.forget(place)),
    'proxy.confirm-password': ({ origin }) => changing(origin, (vault, place) => vault.confirmOrigin(place)),
  };
}

async function stateOf(vault: Vault, { documentId, origin, slot, workspaceId }: ProxyPasswordPlace): Changed {
  const states = await vault.states(workspaceId, documentId, [slot], origin);
  if (!states.ok) return states;
  const [state] = states.value;
  return state === undefined ? failed(noProxy) : succeeded(state);
}

const noProxy: VaultFailure = {
  code: 'document-missing',
  message: 'The settings have no proxy of their own now. Enter its address first.',
};

function otherAddress(origin: string): VaultFailure {
  const message = `The settings send this password to ${origin}, and not to what the page shows. Nothing was kept; look at the address of the proxy, and try again.`;
  return { code: 'origin-changed', message };
}
