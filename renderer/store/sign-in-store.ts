import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SignInState } from '#shared/ipc/channels/oauth-channels.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { unlockedForUse } from './passphrase-actions.ts';
import { environmentAtHand } from './use-environment-layers.ts';
import { usableAsShown } from './usable-documents.ts';

/** An endpoint and the environment that it is signed in to for. */
export type SignInPlace = ChannelInput<'oauth.state'>;

/** What is known of a sign-in, and why the last one came to nothing. */
export interface SignInView extends SignInState {
  readonly failure: string | null;
}

const signInStore = createStore<Readonly<Record<string, SignInView>>>(() => ({}));

/** Sign-ins that the page has begun and not heard of yet: what was asked before they began says nothing about them. */
const begun = new Set<string>();

const unknown: SignInView = { state: 'signed-out', expiresAt: null, renews: false, failure: null };

/** Asks for the state of a sign-in, and asks again whenever `occasion` changes. */
export function useSignIn(place: SignInPlace, occasion: string): SignInView {
  const { endpointId, environmentId } = place;
  useEffect(() => {
    void signInStateWanted({ endpointId, environmentId });
    const onFocus = () => void signInStateWanted({ endpointId, environmentId });
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [endpointId, environmentId, occasion]);
  return useStore(signInStore, (views) => views[keyOf(place)]) ?? unknown;
}

/** What is known of a sign-in. */
export function signInOf(place: SignInPlace): SignInView {
  return signInStore.getState()[keyOf(place)] ?? unknown;
}

/** Begins a sign-in with what the form shows; the browser opens, and the person goes on there. */
export async function signInBegun(place: SignInPlace): Promise<void> {
  const { active, defaults } = environmentAtHand();
  const environments = [active, defaults].filter((each) => each !== null).map(({ id }) => id);
  const documents = [place.endpointId, ...environments];
  if (!(await usableAsShown(documents, 'The sign-in was not begun'))) return;
  await unlockedForUse(documents);
  begun.add(keyOf(place));
  changed(place, { ...unknown, state: 'signing-in' });
  const outcome = await bridge.call['oauth.sign-in'](place).finally(() => begun.delete(keyOf(place)));
  if (outcome.ok) changed(place, { ...outcome.value, failure: null });
  // Who cancels knows why nobody is signed in.
  else
    changed(place, {
      ...unknown,
      failure: outcome.failure.code === 'cancelled' ? null : outcome.failure.message,
    });
}

export async function signInCancelled(place: SignInPlace): Promise<void> {
  await bridge.call['oauth.cancel-sign-in'](place);
}

export async function signOutWanted(place: SignInPlace): Promise<void> {
  changed(place, { ...(await bridge.call['oauth.sign-out'](place)), failure: null });
}

/** Asks the main process whether somebody is signed in. */
export async function signInStateWanted(place: SignInPlace): Promise<void> {
  const state = await bridge.call['oauth.state'](place);
  if (begun.has(keyOf(place))) return;
  const { failure } = signInOf(place);
  changed(place, { ...state, failure: state.state === 'signed-out' ? failure : null });
}

function changed(place: SignInPlace, view: SignInView): void {
  signInStore.setState({ [keyOf(place)]: view });
}

function keyOf({ endpointId, environmentId }: SignInPlace): string {
  return `${endpointId} ${environmentId ?? ''}`;
}
