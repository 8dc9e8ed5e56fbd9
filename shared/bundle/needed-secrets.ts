import { namedSlots } from '../secret/secret-names.ts';
import { type SecretUsePlace, secretUses } from '../secret/secret-slots.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import type { NeededSecret } from './bundle.ts';

/** The secrets that documents refer to, each once: by name and purpose, and where those of endpoints go. */
export function neededSecrets(documents: readonly WorkspaceDocument[]): readonly NeededSecret[] {
  const endpoints = documents.filter((each) => each.format === 'flowbench.endpoint');
  const environments = documents.filter((each) => each.format === 'flowbench.environment');
  const places = new Map<string, SecretUsePlace>(
    endpoints.flatMap((endpoint) =>
      secretUses(endpoint).map((place) => [`${endpoint.id} ${place.slot}`, place] as const),
    ),
  );
  const needed = new Map<string, NeededSecret>();
  for (const { holder, name, purpose, slot } of namedSlots(endpoints, environments)) {
    const key = `${holder} ${slot}`;
    const place = places.get(key);
    if (needed.has(key)) continue;
    const way = place === undefined ? {} : { use: place.use, origin: place.origin };
    needed.set(key, { name, purpose, holder, slot, ...way });
  }
  return [...needed.values()];
}
