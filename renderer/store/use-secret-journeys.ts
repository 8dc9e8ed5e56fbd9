import { useMemo } from 'react';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { secretJourneys, type SecretUseOfEndpoint } from '#shared/environment/secret-journeys.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { useOpenDocument } from './use-documents.ts';
import { useEnvironmentAtHand } from './use-environment-layers.ts';
import { useSecretStates } from './vault-store.ts';

/** A secret that would be sent, and what is known of it; `undefined` until that is asked. */
export interface KnownJourney extends SecretUseOfEndpoint {
  readonly state: SecretState | undefined;
}

/** Where the secrets of the environment at hand would go by an endpoint and the templates of calls through it. */
export function useSecretJourneys(
  endpoint: Endpoint | undefined,
  callTexts: readonly string[],
): readonly KnownJourney[] {
  const { active, defaults, secrets } = useEnvironmentAtHand();
  const ofActive = useStatesOf(active);
  const ofDefaults = useStatesOf(defaults);
  return useMemo(() => {
    if (endpoint === undefined) return [];
    const states = [...ofActive, ...ofDefaults];
    return secretJourneys(endpoint, callTexts, secrets).map((journey) => ({
      ...journey,
      state: states.find(({ slot }) => slot === journey.slot),
    }));
  }, [endpoint, callTexts, secrets, ofActive, ofDefaults]);
}

/** Those that are set and may not go there yet. */
export function heldBack(journeys: readonly KnownJourney[]): readonly KnownJourney[] {
  return journeys.filter(
    ({ origin, state }) => state?.state === 'set' && state.confirmedFor?.includes(origin) !== true,
  );
}

function useStatesOf(environment: Environment | null): readonly SecretState[] {
  const revision = useOpenDocument(environment?.id ?? null)?.revision ?? null;
  return useSecretStates(environment?.id ?? null, revision);
}
