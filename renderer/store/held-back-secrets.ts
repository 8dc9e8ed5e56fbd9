import type { HeldBackSecrets } from '../ui/status/held-back-note.tsx';
import { secretLetGo } from './secret-actions.ts';
import { heldBack, type KnownJourney } from './use-secret-journeys.ts';

/** The secrets that may not go where they would, one for each environment and address, as notes show them. */
export function heldBackSecrets(journeys: readonly KnownJourney[]): readonly HeldBackSecrets[] {
  const groups = new Map<string, KnownJourney[]>();
  for (const journey of heldBack(journeys)) {
    const key = `${journey.owner.id} ${journey.origin}`;
    groups.set(key, [...(groups.get(key) ?? []), journey]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        names: [...new Set(group.map(({ name }) => name))],
        environment: first.owner.name,
        origin: first.origin,
        onLetGo: () => void allLetGo(group),
      },
    ];
  });
}

// One after the other, so that the last answer tells of all of them; where one is refused the person has been told why.
async function allLetGo(journeys: readonly KnownJourney[]): Promise<void> {
  for (const { endpoint, origin, owner, slot, use } of journeys) {
    const isGone = await secretLetGo({ documentId: owner.id, slot, endpointId: endpoint.id, use, origin });
    if (!isGone) return;
  }
}
