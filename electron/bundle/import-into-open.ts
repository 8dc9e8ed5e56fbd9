import { type ImportAnswer, importPlan } from '#shared/bundle/import-plan.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import type { FillRandom } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import { secretSlotOrigin } from '#shared/secret/secret-slots.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { importBundle, type PlacedSecret } from './import-bundle.ts';
import { type BundledSecret, type UnsealFailure, unsealSecrets } from './sealed-secrets.ts';

/** What a person decided about a bundle. */
export interface ImportWish {
  readonly answers: readonly { readonly id: string; readonly answer: ImportAnswer }[];
  /** Secrets that they entered, for the documents and slots of the bundle. */
  readonly secrets: readonly BundledSecret[];
  /** Opens the secrets that travel along; `null` leaves them closed. */
  readonly passphrase: string | null;
}

/** Where a bundle goes. */
export interface ImportTarget {
  readonly workspace: Pick<Workspace, 'id' | 'placed' | 'importParts'>;
  readonly vault: Pick<Vault, 'kept' | 'set'>;
  readonly fillRandom: FillRandom;
  /** Hears of each value before anything is done with it, so that the log can keep it out. */
  readonly onSecret: (value: string) => void;
}

/** What came into the workspace, and what became of the secrets. */
export interface Imported {
  readonly documents: readonly StoredDocument[];
  readonly kept: number;
  readonly left: readonly string[];
  readonly troubles: readonly string[];
  /** For each document of the bundle that was written, its id here. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Why nothing was imported; `message` is a sentence for people. */
export type ImportFailure =
  DocumentFailure | UnsealFailure | { readonly code: 'undecided'; readonly message: string };

/**
 * Puts a bundle into the open workspace. The secrets that travel along are opened first, so that a wrong passphrase changes
 * nothing; what was entered comes before them. A secret goes to the address of the document that came with it, and to no
 * other.
 */
export async function importIntoOpen(
  bundle: ReadBundle,
  wish: ImportWish,
  target: ImportTarget,
): Promise<Outcome<Imported, ImportFailure>> {
  const { vault, workspace } = target;
  const present = workspace.placed();
  const answers = new Map(wish.answers.map(({ answer, id }) => [id, answer]));
  const undecided = importPlan(bundle.documents, present).find(
    ({ id, state }) => state === 'conflict' && !answers.has(id),
  );
  if (undecided !== undefined) return failed(notDecided(undecided.name));
  const opened = await openedSecrets(bundle, wish.passphrase);
  if (!opened.ok) return opened;
  const held = await vault.kept(workspace.id);
  if (!held.ok) return failed({ code: 'not-written', message: held.failure.message });
  const places = new Set(held.value.map(({ document, slot }) => `${document} ${slot}`));
  const imported = await importBundle(workspace, bundle, {
    present,
    answers,
    holds: (id, slot) => places.has(`${id} ${slot}`),
    fillRandom: target.fillRandom,
  });
  if (!imported.ok) return imported;
  const { documents, ids, secrets } = imported.value;
  const values = new Map(
    [...opened.value, ...wish.secrets].map(({ holder, slot, value }) => [`${holder} ${slot}`, value]),
  );
  return succeeded({ documents, ids, ...(await secretsSet(secrets, values, documents, places, target)) });
}

function notDecided(name: string): ImportFailure {
  const message = `“${name}” came into the workspace in another version meanwhile. Nothing was imported: look at the bundle again.`;
  return { code: 'undecided', message };
}

function openedSecrets(
  { sealed }: ReadBundle,
  passphrase: string | null,
): Promise<Outcome<readonly BundledSecret[], UnsealFailure>> {
  return passphrase === null || sealed === null
    ? Promise.resolve(succeeded([]))
    : unsealSecrets(sealed.secrets, passphrase, sealed.boundTo);
}

/** A secret that is not kept is no failure of the import: its form shows it as missing. */
async function secretsSet(
  placed: readonly PlacedSecret[],
  values: ReadonlyMap<string, string>,
  documents: readonly StoredDocument[],
  places: ReadonlySet<string>,
  { onSecret, vault, workspace }: ImportTarget,
): Promise<Pick<Imported, 'kept' | 'left' | 'troubles'>> {
  let kept = 0;
  const left: string[] = [];
  const troubles = new Set<string>();
  for (const { holder, needed, slot } of placed) {
    const value = values.get(`${needed.holder} ${needed.slot}`);
    if (value === undefined) {
      if (!places.has(`${holder} ${slot}`)) left.push(needed.purpose);
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
