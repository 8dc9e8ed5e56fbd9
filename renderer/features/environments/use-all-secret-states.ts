import { useEffect } from 'react';
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { documentsStore } from '../../store/documents-store.ts';
import { secretStatesWanted, useVault } from '../../store/vault-store.ts';

/** What is known of the secrets of documents, by document. */
export type SecretStatesByDocument = Readonly<Record<string, readonly SecretState[]>>;

/** What is known of the secrets of several environments, asked for whenever there are others. */
export function useAllSecretStates(environments: readonly Environment[]): SecretStatesByDocument {
  const slots = environments
    .map(({ id, values }) => [id, ...values.filter(isSecretValue).map(({ secret }) => secret)].join(' '))
    .join('\n');
  useEffect(() => {
    for (const line of slots.split('\n')) {
      const [id = '', ...others] = line.split(' ');
      const document = documentsStore.getState().documents[id]?.document;
      if (others.length > 0 && document?.format === 'flowbench.environment')
        void secretStatesWanted(document.id);
    }
  }, [slots]);
  return useVault((state) => state.secrets);
}
