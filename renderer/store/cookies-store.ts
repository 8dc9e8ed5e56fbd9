import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CookieId, CookieJarView } from '#shared/cookies/cookie-view.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { EventPayload } from '#shared/ipc/contract.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';

/** Whose jar; `null` is that of runs without an environment. */
export type JarOwner = EnvironmentId | null;

export interface CookiesState {
  /** Jars that are or were looked at, without values. */
  readonly jars: Readonly<Record<string, CookieJarView>>;
  /** Whose jar is shown over the window; `undefined` is none. */
  readonly shownFor: JarOwner | undefined;
  /** What was removed last, and the way to have it back. */
  readonly removal: CookieRemoval | null;
}

/** Cookies that were removed from a jar, in words. */
export interface CookieRemoval {
  readonly owner: JarOwner;
  readonly what: string;
  readonly undo: () => void;
}

/** The cookies that the page has asked about. The main process says when one of its jars has changed. */
export const cookiesStore = createStore<CookiesState>(() => ({
  jars: {},
  shownFor: undefined,
  removal: null,
}));

/** Jars that are being asked for, and whether they changed meanwhile. */
const asking = new Map<string, { again: boolean }>();

const keyOf = (owner: JarOwner): string => owner ?? 'none';

/** The jar of an environment, followed from now on; `undefined` until the first answer. */
export function useCookieJar(owner: JarOwner): CookieJarView | undefined {
  useEffect(() => void jarWanted(owner), [owner]);
  return useStore(cookiesStore, (state) => state.jars[keyOf(owner)]);
}

export function useShownJar(): JarOwner | undefined {
  return useStore(cookiesStore, (state) => state.shownFor);
}

export function cookiesShown(owner: JarOwner): void {
  cookiesStore.setState({ shownFor: owner });
}

/** What was removed last from a jar; `null` where nothing was since it is shown. */
export function useCookieRemoval(owner: JarOwner): CookieRemoval | null {
  return useStore(cookiesStore, ({ removal }) => (removal?.owner === owner ? removal : null));
}

export function cookiesHidden(): void {
  cookiesStore.setState({ shownFor: undefined, removal: null });
}

/** A jar has changed; one that nobody looked at is asked for when somebody does. */
export function cookiesChanged({ environmentId }: EventPayload<'cookies.changed'>): void {
  const key = keyOf(environmentId);
  if (cookiesStore.getState().jars[key] !== undefined || asking.has(key)) void jarWanted(environmentId);
}

/** Another workspace is open, with other jars. */
export function cookiesForgotten(): void {
  cookiesStore.setState(cookiesStore.getInitialState(), true);
}

/** Asks for a jar; what changes while the answer is on its way is asked for once more. */
export async function jarWanted(owner: JarOwner): Promise<void> {
  const key = keyOf(owner);
  const underWay = asking.get(key);
  if (underWay !== undefined) {
    underWay.again = true;
    return;
  }
  const state = { again: true };
  asking.set(key, state);
  try {
    while (state.again) {
      state.again = false;
      jarArrived(owner, await bridge.call['cookies.list']({ environmentId: owner }));
    }
  } finally {
    asking.delete(key);
  }
}

/** Removes a cookie of a jar. */
export async function cookieRemoved(owner: JarOwner, cookie: CookieId): Promise<void> {
  await removed(owner, cookie.name, [cookie], () => removedNow(owner, cookie));
}

/** Removes all cookies of a jar, also what cannot be opened. */
export async function cookiesCleared(owner: JarOwner): Promise<void> {
  const cookies = cookiesStore.getState().jars[keyOf(owner)]?.cookies ?? [];
  const what = cookies.length === 1 ? '1 cookie' : `${String(cookies.length)} cookies`;
  await removed(owner, what, cookies, () => clearedNow(owner));
}

async function removed(
  owner: JarOwner,
  what: string,
  cookies: readonly CookieId[],
  remove: () => Promise<boolean>,
): Promise<void> {
  if (!(await remove()) || cookies.length === 0) return;
  const undo = libraryStepTaken({
    undo: async () => {
      removalForgotten();
      await restoredNow(owner, cookies.map(idOf));
    },
    // What came since stays.
    redo: async () => {
      for (const cookie of cookies) if (!(await removedNow(owner, cookie))) return;
    },
  });
  cookiesStore.setState({ removal: { owner, what, undo } });
}

/** What was removed last is not offered back any more in the jar that is shown. */
function removalForgotten(): void {
  cookiesStore.setState({ removal: null });
}

const idOf = ({ domain, name, path }: CookieId): CookieId => ({ name, domain, path });

async function removedNow(owner: JarOwner, cookie: CookieId): Promise<boolean> {
  const outcome = await bridge.call['cookies.remove']({ environmentId: owner, cookie: idOf(cookie) });
  return settled(owner, 'The cookie was not removed for good', outcome);
}

async function clearedNow(owner: JarOwner): Promise<boolean> {
  const outcome = await bridge.call['cookies.clear']({ environmentId: owner });
  return settled(owner, 'The cookies were not cleared', outcome);
}

async function restoredNow(owner: JarOwner, cookies: CookieId[]): Promise<boolean> {
  const outcome = await bridge.call['cookies.restore']({ environmentId: owner, cookies });
  return settled(owner, 'The cookies did not come back for good', outcome);
}

function settled(owner: JarOwner, title: string, outcome: Outcome<CookieJarView, VaultFailure>): boolean {
  if (outcome.ok) jarArrived(owner, outcome.value);
  else toasts.show({ title, body: outcome.failure.message, icon: 'shield-alert', urgent: true });
  return outcome.ok;
}

function jarArrived(owner: JarOwner, jar: CookieJarView): void {
  cookiesStore.setState(({ jars }) => ({ jars: { ...jars, [keyOf(owner)]: jar } }));
}
