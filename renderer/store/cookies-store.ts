import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CookieId, CookieJarView } from '#shared/cookies/cookie-view.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { EventPayload } from '#shared/ipc/contract.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { toasts } from './toasts.ts';

/** Whose jar; `null` is that of runs without an environment. */
export type JarOwner = EnvironmentId | null;

export interface CookiesState {
  /** Jars that are or were looked at, without values. */
  readonly jars: Readonly<Record<string, CookieJarView>>;
  /** Whose jar is shown over the window; `undefined` is none. */
  readonly shownFor: JarOwner | undefined;
}

/** The cookies that the page has asked about. The main process says when one of its jars has changed. */
export const cookiesStore = createStore<CookiesState>(() => ({ jars: {}, shownFor: undefined }));

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

export function cookiesHidden(): void {
  cookiesStore.setState({ shownFor: undefined });
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

export async function cookieRemoved(owner: JarOwner, { name, domain, path }: CookieId): Promise<void> {
  const cookie = { name, domain, path };
  settled(
    owner,
    'The cookie was not removed for good',
    await bridge.call['cookies.remove']({ environmentId: owner, cookie }),
  );
}

export async function cookiesCleared(owner: JarOwner): Promise<void> {
  settled(
    owner,
    'The cookies were not cleared',
    await bridge.call['cookies.clear']({ environmentId: owner }),
  );
}

function settled(owner: JarOwner, title: string, outcome: Outcome<CookieJarView, VaultFailure>): void {
  if (outcome.ok) jarArrived(owner, outcome.value);
  else toasts.show({ title, body: outcome.failure.message, icon: 'shield-alert', urgent: true });
}

function jarArrived(owner: JarOwner, jar: CookieJarView): void {
  cookiesStore.setState(({ jars }) => ({ jars: { ...jars, [keyOf(owner)]: jar } }));
}
