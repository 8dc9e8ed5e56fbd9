import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EndpointId, EnvironmentId } from '#shared/ids/ids.ts';
import type { SecretState, VaultStatus } from '#shared/secret/secret-state.ts';
import { bridge } from '../bridge/bridge.ts';

/** Documents that refer to secrets: API endpoints and environments. */
export type SecretHolderId = EndpointId | EnvironmentId;

export interface VaultState {
  readonly status: VaultStatus;
  /** What is known of the secrets of each document: never a value. */
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

/** Coming back to the window, the person may have done something about a key store that keeps nothing, or could keep more. */
export function startAskingVault(): void {
  window.addEventListener('focus', () => {
    const { keeper } = vaultStore.getState().status;
    if (keeper !== 'system' && keeper !== 'session') void vaultStatusAsked();
  });
}

/** The states of a document's secrets, after a write or a look. */
export function secretStatesArrived(documentId: SecretHolderId, states: readonly SecretState[]): void {
  vaultStore.setState((state) => ({ secrets: { ...state.secrets, [documentId]: states } }));
}

/** Asks for the states of a document's secrets; its document must be saved, since its address decides. */
export async function secretStatesWanted(documentId: SecretHolderId): Promise<void> {
  const outcome = await bridge.call['secret.states']({ documentId });
  if (outcome.ok) secretStatesArrived(documentId, outcome.value);
}

/** The states of a document's secrets, asked for again whenever `revision` changes; none for no document. */
export function useSecretStates(
  documentId: SecretHolderId | null,
  revision: string | null,
): readonly SecretState[] {
  useEffect(() => {
    if (documentId !== null && revision !== null) void secretStatesWanted(documentId);
  }, [documentId, revision]);
  return useVault((state) => state.secrets[documentId ?? '']) ?? noStates;
}

const noStates: readonly SecretState[] = [];
