import type { ChannelOutput, Handlers } from '#shared/ipc/contract.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { Workbench } from '../../app/workbench.ts';
import type { PassphraseLife } from '../../vault/passphrase-life.ts';

type PassphraseHandlers = Pick<
  Handlers,
  | 'vault.choose-passphrase'
  | 'vault.unlock'
  | 'vault.lock'
  | 'vault.change-passphrase'
  | 'vault.count-protected'
  | 'vault.forget-passphrase'
  | 'vault.use-key-store'
>;
type Change = (life: PassphraseLife) => Promise<Outcome<null, VaultFailure>>;

/**
 * Handlers of the passphrase over secrets. Unlike secrets it is told to nobody else, not even to what keeps secrets out of
 * the log: after locking it must be nowhere, and no sentence here quotes what came in.
 */
export function passphraseHandlers(workbench: Workbench): PassphraseHandlers {
  const changing = async (change: Change): Promise<ChannelOutput<'vault.unlock'>> => {
    const { vault, workspace } = await workbench.current();
    const changed = await change(vault.passphrase);
    return changed.ok ? succeeded(await vault.status(workspace.id)) : changed;
  };
  return {
    'vault.choose-passphrase': ({ passphrase }) => changing((life) => life.choose(passphrase)),
    'vault.unlock': ({ passphrase }) => changing((life) => life.unlock(passphrase)),
    'vault.lock': () => changing((life) => life.lock().then(() => succeeded(null))),
    'vault.change-passphrase': ({ next, passphrase }) => changing((life) => life.change(passphrase, next)),
    'vault.count-protected': async () => (await workbench.current()).vault.passphrase.under(),
    'vault.forget-passphrase': () => changing((life) => life.forget()),
    'vault.use-key-store': () => changing((life) => life.moveToKeyStore()),
  };
}
