import { useEffect } from 'react';
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { secretStatesWanted, useVault } from '../../store/vault-store.ts';

/** What is known of the secrets of documents, by document. */
export type SecretStatesByDocument = Readonly<Record<string, readonly SecretState[]>>;

/** What is known of the secrets of several environments, asked for again when one of them is saved anew. */
export function useAllSecretStates(environments: readonly Environment[]): SecretStatesByDocument {
  const ids = environments.filter(({ values }) => values.some(isSecretValue)).map(({ id }) => id);
  const saved = useDocuments(({ documents }) =>
    JSON.stringify(ids.map((id) => [id, documents[id]?.revision ?? null])),
  );
  useEffect(() => {
    const asked = JSON.parse(saved) as readonly (readonly [Environment['id'], string | null])[];
    for (const [id, revision] of asked) if (revision !== null) void secretStatesWanted(id);
  }, [saved]);
  return useVault((state) => state.secrets);
}
