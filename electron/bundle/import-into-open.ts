import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import { secretSlotOrigin } from '#shared/secret/secret-slots.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import type { ImportedParts } from '../workspace/import-into-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { importParts, type PlacedSecret } from './import-bundle.ts';
import type { BundledSecret } from './sealed-secrets.ts';
import type { TakenParts } from './take-from-bundle.ts';

/** Where a bundle goes. */
export interface ImportTarget {
  readonly workspace: Pick<Workspace, 'id' | 'importParts'>;
  readonly vault: Pick<Vault, 'set'>;
  /** Hears of each value before anything is done with it, so that the log can keep it out. */
  readonly onSecret: (value: string) => void;
}

/** What came into the workspace, and what became of the secrets. */
export interface Imported extends ImportedParts {
  readonly kept: number;
  readonly left: readonly string[];
  readonly troubles: readonly string[];
  /** For each document of the bundle that was written, its id here. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Puts what was taken from a bundle into the open workspace. What was entered comes before the secrets that travelled along. A
 * secret goes to the address of the document that came with it, and to no other.
 *
 * @param held `document slot` of every secret that the vault holds
 */
export async function importIntoOpen(
  taken: TakenParts,
  entered: readonly BundledSecret[],
  held: ReadonlySet<string>,
  target: ImportTarget,
): Promise<Outcome<Imported, DocumentFailure>> {
  const imported = await importParts(target.workspace, taken);
  if (!imported.ok) return imported;
  const { brought, documents, ids, secrets } = imported.value;
  const values = new Map(
    [...taken.opened, ...entered].map(({ holder, slot, value }) => [`${holder} ${slot}`, value]),
  );
  return succeeded({
    brought,
    documents,
    ids,
    ...(await secretsSet(secrets, values, documents, held, target)),
  });
}

/** A secret that is not kept is no failure of the import: its form shows it as missing. */
async function secretsSet(
  placed: readonly PlacedSecret[],
  values: ReadonlyMap<string, string>,
  documents: readonly StoredDocument[],
  held: ReadonlySet<string>,
  { onSecret, vault, workspace }: ImportTarget,
): Promise<Pick<Imported, 'kept' | 'left' | 'troubles'>> {
  let kept = 0;
  const left: string[] = [];
  const troubles = new Set<string>();
  for (const { holder, needed, slot } of placed) {
    const value = values.get(`${needed.holder} ${needed.slot}`);
    if (value === undefined) {
      if (!held.has(`${holder} ${slot}`)) left.push(needed.purpose);
      continue;
    }
    onSecret(value);
    const origin = originOf(documents, holder, slot);
    const outcome = await vault.set({ workspaceId: workspace.id, documentId: holder, slot, origin }, value);
    if (outcome.ok) kept += 1;
    else {
      left.push(needed.purpose);
      troubles.add(outcome.failure.message);
    }
  }
  return { kept, left, troubles: [...troubles] };
}

/** Where the document that came sends it; what an environment has goes nowhere until somebody lets it. */
function originOf(
  documents: readonly StoredDocument[],
  holder: PlacedSecret['holder'],
  slot: PlacedSecret['slot'],
): string {
  const document = documents.find((each) => each.document.id === holder)?.document;
  return document?.format === 'flowbench.endpoint' ? secretSlotOrigin(document, slot) : confirmedOrigins([]);
}
