import type { HeldBackSecret } from '../ui/status/held-back-note.tsx';
import { secretLetGo } from './secret-actions.ts';
import { heldBack, type KnownJourney } from './use-secret-journeys.ts';

/** The secrets that may not go where they would, as a note shows them. */
export function heldBackSecrets(journeys: readonly KnownJourney[]): readonly HeldBackSecret[] {
  return heldBack(journeys).map(({ endpoint, name, origin, owner, slot, use }) => ({
    key: `${slot} ${use}`,
    name,
    environment: owner.name,
    origin,
    onLetGo: () => void secretLetGo({ documentId: owner.id, slot, endpointId: endpoint.id, use, origin }),
  }));
}
