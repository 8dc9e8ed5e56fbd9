import type { CookieId, CookieJarView } from '#shared/cookies/cookie-view.ts';
import type { EnvironmentId, WorkspaceId } from '#shared/ids/ids.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { RunCookies } from '../runs/run-cookies.ts';
import type { Vault } from '../vault/vault.ts';
import { EnvironmentJar, type EnvironmentJarPorts } from './environment-jar.ts';
import type { StoredCookie } from './stored-cookie.ts';
import type { UnreadReason } from './unread-sentences.ts';
import { vaultedJar } from './vaulted-jar.ts';

/** What the jars of a workspace need from those around them. */
export interface CookieJarsPorts extends Pick<EnvironmentJarPorts, 'onValue' | 'note'> {
  readonly workspaceId: WorkspaceId;
  readonly vault: Pick<Vault, 'read' | 'set' | 'forget' | 'status'>;
  /** Hears whose jar changed. */
  readonly onChange: (environmentId: EnvironmentId | null) => void;
}

/** A jar with its values, for the main process alone. */
export interface HeldJar {
  readonly environmentId: EnvironmentId | null;
  readonly cookies: readonly StoredCookie[];
  /** Why what was kept of it cannot be read; `null` where it was. */
  readonly unread: UnreadReason | null;
}

type Viewed = Promise<Outcome<CookieJarView, VaultFailure>>;

/** The cookies of a workspace: a jar for each environment, and one for no environment. None shares with another. */
export interface CookieJars extends RunCookies {
  view(environmentId: EnvironmentId | null): Promise<CookieJarView>;
  remove(environmentId: EnvironmentId | null, cookie: CookieId): Viewed;
  clear(environmentId: EnvironmentId | null): Viewed;
  /** Puts back what the person removed since the application started. */
  restore(environmentId: EnvironmentId | null, cookies: readonly CookieId[]): Viewed;
  /** What is in the jars of these environments, and in that of none. */
  held(environmentIds: readonly EnvironmentId[]): Promise<readonly HeldJar[]>;
  /** An environment came back from the trash, and in the vault its cookies with it. */
  restored(environmentId: EnvironmentId): Promise<void>;
  /** Tries again what could not be read or written, and resolves when everything is written that can be. */
  settle(): Promise<void>;
}

/** Makes the jars; each is read when it is first needed. Cookies without an end live as long as the returned object. */
export function createCookieJars(ports: CookieJarsPorts): CookieJars {
  const { note, onChange, onValue, vault, workspaceId } = ports;
  const jars = new Map<EnvironmentId | null, EnvironmentJar>();
  const jarFor = (environmentId: EnvironmentId | null): EnvironmentJar => {
    const jar =
      jars.get(environmentId) ??
      new EnvironmentJar({
        kept: vaultedJar(vault, workspaceId, environmentId),
        onChange: () => onChange(environmentId),
        onValue,
        note,
      });
    jars.set(environmentId, jar);
    return jar;
  };
  const viewed = async (jar: EnvironmentJar, outcome: Outcome<null, VaultFailure>): Viewed =>
    outcome.ok ? succeeded(await jar.view()) : outcome;

  return {
    jarOf: async (environmentId) => {
      const jar = jarFor(environmentId);
      await jar.open();
      return { jar, trouble: jar.trouble };
    },
    view: (environmentId) => jarFor(environmentId).view(),
    remove: async (environmentId, cookie) => {
      const jar = jarFor(environmentId);
      return viewed(jar, await jar.remove(cookie));
    },
    clear: async (environmentId) => {
      const jar = jarFor(environmentId);
      return viewed(jar, await jar.clear());
    },
    restore: async (environmentId, cookies) => {
      const jar = jarFor(environmentId);
      return viewed(jar, await jar.restore(cookies));
    },
    held: async (environmentIds) => {
      const held: HeldJar[] = [];
      for (const environmentId of [null, ...environmentIds]) {
        const jar = jarFor(environmentId);
        await jar.open();
        held.push({ environmentId, cookies: jar.all(), unread: jar.unread });
      }
      return held;
    },
    restored: async (environmentId) => {
      await jars.get(environmentId)?.reload();
    },
    settle: async () => {
      await Promise.all([...jars.values()].map((jar) => jar.settle()));
    },
  };
}
