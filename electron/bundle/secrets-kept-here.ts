import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import type { CookieJars, HeldJar } from '../cookies/cookie-jars.ts';
import { tellingCookies } from '../cookies/telling-cookies.ts';
import { readKeptToken } from '../oauth/kept-token.ts';
import type { KeptSecret } from '../vault/kept-secrets.ts';
import { machineVault } from '../vault/secret-place.ts';
import type { Vault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportFailure, KnownHere } from './export-bundle.ts';

/** The secrets that an open workspace has, and what is known of the others. */
export interface SecretsHere {
  /** Also values of cookies, which no document has. */
  readonly known: readonly KnownHere[];
  /** The names of those that cannot be opened here, so that nobody can look for them. */
  readonly unopened: readonly string[];
}

/** A key store that is locked leaves secrets that nobody could look for. */
export interface LockedFailure extends Omit<ExportFailure, 'code' | 'inside'> {
  readonly code: 'secrets-locked';
}

/** What an open workspace keeps. */
interface Here {
  readonly vault: Pick<Vault, 'kept'>;
  readonly workspace: Pick<Workspace, 'id' | 'placed'>;
  readonly cookies: Pick<CookieJars, 'held'>;
}

/**
 * Opens every secret that the vault has for a workspace, and the password of the proxy of the settings, and takes from the
 * jars of cookies what could open a session.
 */
export async function secretsKeptHere({
  cookies,
  vault,
  workspace,
}: Here): Promise<Outcome<SecretsHere, LockedFailure>> {
  const kept: KeptSecret[] = [];
  for (const id of [workspace.id, machineVault]) {
    const found = await vault.kept(id);
    if (!found.ok) return failed(locked(found.failure.message));
    kept.push(...found.value);
  }
  const documents = workspace.placed().map(({ stored }) => stored.content);
  const environments = documents.filter((each) => each.format === 'flowbench.environment');
  const jars = await cookies.held(environments.map(({ id }) => id));
  if (kept.some(({ value }) => value === 'locked') || jars.some(({ unread }) => unread === 'locked'))
    return failed(
      locked(
        'The key store is locked, so nobody can look whether the value of a secret stands in the bundle.',
      ),
    );
  const named = namer(documents);
  const closed = kept.filter(({ value }) => typeof value === 'string').map(named);
  const unread = jars.filter((jar) => jar.unread !== null).map(jarNamer(environments));
  return succeeded({
    known: [
      ...kept.flatMap((secret) => knownHere(secret, named(secret))),
      ...jars.flatMap((jar) =>
        tellingCookies(jar.cookies).map((cookie) => ({ ...cookie, holder: null, slot: null })),
      ),
    ],
    unopened: [...new Set([...closed, ...unread])],
  });
}

function jarNamer(environments: readonly Environment[]): (jar: HeldJar) => string {
  return ({ environmentId }) => {
    const environment = environments.find(({ id }) => id === environmentId);
    return environment === undefined ? 'the cookies' : `the cookies of “${environment.name}”`;
  };
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
