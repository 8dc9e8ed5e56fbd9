import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { heldBackSecrets } from '../../store/held-back-secrets.ts';
import { useSecretJourneys } from '../../store/use-secret-journeys.ts';
import { HeldBackNotes } from '../../ui/status/held-back-note.tsx';
import styles from './endpoint-editor.module.css';

/** The secrets of the environment that this endpoint would send where nobody has let them go. */
export function EndpointSecrets({ endpoint }: { readonly endpoint: Endpoint }) {
  const secrets = heldBackSecrets(useSecretJourneys(endpoint, noTexts));
  if (secrets.length === 0) return null;
  return (
    <div className={styles.heldBack}>
      <HeldBackNotes secrets={secrets} />
    </div>
  );
}

const noTexts: readonly string[] = [];
