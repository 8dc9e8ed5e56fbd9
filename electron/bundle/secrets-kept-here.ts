import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { readKeptToken } from '../oauth/kept-token.ts';
import type { KeptSecret } from '../vault/kept-secrets.ts';
import { machineVault } from '../vault/secret-place.ts';
import type { Vault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportFailure, KnownHere } from './export-bundle.ts';

/** The secrets that an open workspace has, and what is known of the others. */
export interface SecretsHere {
  readonly known: readonly KnownHere[];
  /** The names of those that cannot be opened here, so that nobody can look for them. */
  readonly unopened: readonly string[];
}

/** A key store that is locked leaves secrets that nobody could look for. */
export interface LockedFailure extends Omit<ExportFailure, 'code' | 'inside'> {
  readonly code: 'secrets-locked';
}

/** Opens every secret that the vault has for a workspace, and the password of the proxy of the settings. */
export async function secretsKeptHere(
  workspace: Pick<Workspace, 'id' | 'placed'>,
  vault: Pick<Vault, 'kept'>,
): Promise<Outcome<SecretsHere, LockedFailure>> {
  const kept: KeptSecret[] = [];
  for (const id of [workspace.id, machineVault]) {
    const found = await vault.kept(id);
    if (!found.ok) return failed(locked(found.failure.message));
    kept.push(...found.value);
  }
  if (kept.some(({ value }) => value === 'locked'))
    return failed(
      locked(
        'The key store is locked, so nobody can look whether the value of a secret stands in the bundle.',
      ),
    );
  const named = namer(workspace.placed().map(({ stored }) => stored.content));
  return succeeded({
    known: kept.flatMap((secret) => knownHere(secret, named(secret))),
    unopened: [...new Set(kept.filter(({ value }) => typeof value === 'string').map(named))],
  });
}

function locked(reason: string): LockedFailure {
  return { code: 'secrets-locked', message: `${reason} Unlock it, and try again.` };
}

/** Each value that stands for itself: of an access token these are the token and the one that renews it. */
function knownHere({ document, slot, value }: KeptSecret, name: string): readonly KnownHere[] {
  if (typeof value === 'string') return [];
  const text = value.reveal();
  const token = readKeptToken(text);
  const values = token === null ? [text] : [token.accessToken, token.refreshToken ?? ''];
  return values.filter((each) => each !== '').map((each) => ({ name, value: each, holder: document, slot }));
}

function namer(documents: readonly WorkspaceDocument[]): (secret: KeptSecret) => string {
  const names = new Map(
    neededSecrets(documents).map(({ holder, name, slot }) => [`${holder} ${slot}`, name]),
  );
  const byId = new Map<string, string>(documents.map(({ id, name }) => [id, name]));
  return ({ document, slot }) => {
    const owner = byId.get(document);
    const known = names.get(`${document} ${slot}`);
    if (known !== undefined) return known;
    if (document === 'settings') return 'the password of the proxy of the settings';
    return owner === undefined ? 'a secret of a deleted document' : `a secret that “${owner}” had`;
  };
}
