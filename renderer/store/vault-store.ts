import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EndpointId } from '#shared/ids/ids.ts';
import type { SecretState, VaultStatus } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';

export interface VaultState {
  readonly status: VaultStatus;
  /** What is known of the secrets of each endpoint: never a value. */
  readonly secrets: Readonly<Record<string, readonly SecretState[]>>;
}

export const vaultStore = createStore<VaultState>(() => ({
  status: { keeper: 'undecided', backend: '', message: '' },
  secrets: {},
}));

export function useVault<Part>(select: (state: VaultState) => Part): Part {
  return useStore(vaultStore, select);
}

export function vaultChanged(status: VaultStatus): void {
  vaultStore.setState({ status });
}

/** Asks anew who keeps secrets: a key store can have been unlocked or set up since. */
export async function vaultStatusAsked(): Promise<VaultStatus> {
  const status = await bridge.call['vault.status'](null);
  vaultChanged(status);
  return status;
}

/** The person keeps secrets for this session only. */
export async function sessionChosen(): Promise<void> {
  vaultChanged(await bridge.call['vault.use-session'](null));
}

/** Coming back to the window, the person may have done something about a key store that keeps nothing. */
export function startAskingVault(): void {
  window.addEventListener('focus', () => {
    const { keeper } = vaultStore.getState().status;
    if (keeper !== 'system' && keeper !== 'session') void vaultStatusAsked();
  });
}

/** The states of an endpoint's secrets, after a write or a look. */
export function secretStatesArrived(endpointId: EndpointId, states: readonly SecretState[]): void {
  vaultStore.setState((state) => ({ secrets: { ...state.secrets, [endpointId]: states } }));
}

/** Asks for the states of an endpoint's secrets; its document must be saved, since its address decides. */
export async function secretStatesWanted(endpointId: EndpointId): Promise<void> {
  const outcome = await bridge.call['secret.states']({ documentId: endpointId });
  if (outcome.ok) secretStatesArrived(endpointId, outcome.value);
}

/** The states of an endpoint's secrets, asked for again whenever `revision` changes. */
export function useSecretStates(endpointId: EndpointId, revision: string | null): readonly SecretState[] {
  useEffect(() => {
    if (revision !== null) void secretStatesWanted(endpointId);
  }, [endpointId, revision]);
  return useVault((state) => state.secrets[endpointId]) ?? noStates;
}

const noStates: readonly SecretState[] = [];
