import { useMemo } from 'react';
import { secretJourneys, type SecretUseOfEndpoint } from '#shared/environment/secret-journeys.ts';
import { isSecretValue, type Environment, type SecretValue } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { originInWords } from '#shared/secret/origin-in-words.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { secretHeldBack, secretLetGo } from '../../store/secret-actions.ts';
import { useEndpoints, useFlows, useOpenDocument } from '../../store/use-documents.ts';
import { useSecretStates } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import styles from './environments.module.css';

/** Where the secrets of an environment may go, and where they would go once somebody lets them. */
export function SecretJourneysRow({ environment }: { readonly environment: Environment }) {
  const { id, values } = environment;
  const revision = useOpenDocument(id)?.revision ?? null;
  const states = useSecretStates(id, revision);
  const wanted = useWantedJourneys(environment);
  const secrets = values.filter(isSecretValue);
  const lines = secrets.flatMap((secret) => linesOf(secret, states, wanted));
  if (secrets.length === 0) return null;
  return (
    <FormRow title="Where secrets go" hint="Only to addresses that you let them go to">
      {lines.length === 0 ? (
        <p className={styles.remarks}>
          No secret has been sent yet. The first API Call that uses one asks here, in its API endpoint and in
          the inspector whether it may go to that address.
        </p>
      ) : (
        <ul className={styles.journeys} aria-label="Where secrets go">
          {lines.map((line) => (
            <li key={`${line.secret.secret} ${line.origin}`} className={styles.journey}>
              <Icon name="lock" size={14} />
              <span className={styles.journeyName} title={line.secret.name}>
                {line.secret.name}
              </span>
              <span className={styles.journeyOrigin}>{originInWords(line.origin)}</span>
              <JourneyAction environment={environment} line={line} />
            </li>
          ))}
        </ul>
      )}
    </FormRow>
  );
}

interface JourneyLine {
  readonly secret: SecretValue;
  readonly origin: string;
  /** Who would send it there; `null` where it may go already. */
  readonly wanted: SecretUseOfEndpoint | null;
}

function JourneyAction({
  environment,
  line: { origin, secret, wanted },
}: {
  readonly environment: Environment;
  readonly line: JourneyLine;
}) {
  const place = { documentId: environment.id, slot: secret.secret, origin };
  if (wanted === null) {
    return (
      <Button
        size="s"
        look="quiet"
        aria-label={`Take back ${secret.name} from ${originInWords(origin)}`}
        onClick={() => void secretHeldBack(place)}
      >
        Take back
      </Button>
    );
  }
  const { endpoint, use } = wanted;
  return (
    <>
      <span className={styles.notYet}>not yet: {endpoint.name}</span>
      <Button size="s" onClick={() => void secretLetGo({ ...place, endpointId: endpoint.id, use })}>
        Let it go there
      </Button>
    </>
  );
}

function linesOf(
  secret: SecretValue,
  states: readonly SecretState[],
  wanted: readonly SecretUseOfEndpoint[],
): readonly JourneyLine[] {
  const state = states.find(({ slot }) => slot === secret.secret);
  const confirmed = state?.confirmedFor ?? [];
  const lines: JourneyLine[] = confirmed.map((origin) => ({ secret, origin, wanted: null }));
  if (state?.state !== 'set') return lines;
  for (const journey of wanted) {
    const isListed = lines.some(({ origin }) => origin === journey.origin);
    if (journey.slot === secret.secret && !isListed)
      lines.push({ secret, origin: journey.origin, wanted: journey });
  }
  return lines;
}

/** Where this environment's secrets would go if it were the active one. */
function useWantedJourneys(environment: Environment): readonly SecretUseOfEndpoint[] {
  const flows = useFlows();
  const endpoints = useEndpoints();
  return useMemo(() => {
    const secrets = new Map(
      environment.values
        .filter(isSecretValue)
        .map((value) => [value.name, { value, owner: environment }] as const),
    );
    if (secrets.size === 0) return [];
    return endpoints.flatMap((endpoint) =>
      secretJourneys(endpoint, textsThrough(flows, endpoint.id), secrets),
    );
  }, [environment, flows, endpoints]);
}

function textsThrough(flows: readonly Flow[], endpointId: string): readonly string[] {
  return flows.flatMap(({ nodes }) =>
    nodes.flatMap((node) =>
      node.kind === 'api-call' && node.config.endpoint === endpointId ? callTemplateTexts(node.config) : [],
    ),
  );
}
