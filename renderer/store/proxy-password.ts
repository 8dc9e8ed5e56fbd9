import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Outcome } from '#shared/outcome/outcome.ts';
import { proxyOrigin } from '#shared/request/proxy-server.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { unlockedForKeeping } from './passphrase-actions.ts';
import { toasts } from './toasts.ts';

const passwordStore = createStore<{ readonly known: SecretState | null }>(() => ({ known: null }));

/** What is known of the password of the proxy of the settings at an address: never its value. `null` until it was asked. */
export function useProxyPassword(address: string): SecretState | null {
  useEffect(() => void proxyPasswordWanted(), [address]);
  return useStore(passwordStore, ({ known }) => known);
}

async function proxyPasswordWanted(): Promise<void> {
  const outcome = await bridge.call['proxy.state'](null);
  passwordStore.setState({ known: outcome.ok ? outcome.value : null });
}

/** Hands a typed password over, for the address that the page shows. */
export async function proxyPasswordEntered(address: string, value: string): Promise<boolean> {
  await unlockedForKeeping();
  const outcome = await bridge.call['proxy.set-password']({ origin: proxyOrigin(address), value });
  return settled('The password was not kept', outcome);
}

export async function proxyPasswordForgotten(): Promise<boolean> {
  return settled('The password was not forgotten', await bridge.call['proxy.forget-password'](null));
}

/** The person says that the password, entered for another proxy, may go to the present one. */
export async function proxyPasswordConfirmed(address: string): Promise<boolean> {
  await unlockedForKeeping();
  const outcome = await bridge.call['proxy.confirm-password']({ origin: proxyOrigin(address) });
  return settled('The password was not confirmed', outcome);
}

function settled(title: string, outcome: Outcome<SecretState, VaultFailure>): boolean {
  if (outcome.ok) passwordStore.setState({ known: outcome.value });
  else toasts.show({ title, body: outcome.failure.message, icon: 'shield-alert', urgent: true });
  return outcome.ok;
}
