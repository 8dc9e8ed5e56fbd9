import type { FilesHere } from '#shared/bundle/files-here.ts';
import { type ImportAnswer, importPlan } from '#shared/bundle/import-plan.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import type { FillRandom } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { type BundleParts, bundleParts } from './import-bundle.ts';
import { type BundledSecret, type UnsealFailure, unsealSecrets } from './sealed-secrets.ts';

/** What decides about what is taken from a bundle. */
export interface TakeWish {
  readonly present: readonly PlacedDocument[];
  readonly files: FilesHere;
  readonly answers: readonly { readonly id: string; readonly answer: ImportAnswer }[];
  /** Opens the secrets that travel along; `null` leaves them closed. */
  readonly passphrase: string | null;
  /** `document slot` of every secret that the vault holds. */
  readonly held: ReadonlySet<string>;
  readonly fillRandom: FillRandom;
}

/** What an import writes, and the secrets that travelled along. */
export interface TakenParts extends BundleParts {
  readonly opened: readonly BundledSecret[];
  /** The flow to go on with, by its id in the bundle; `null` where it has none that was chosen. */
  readonly opens: string | null;
}

/** Why nothing is taken; `message` is a sentence for people. */
export type TakeFailure = UnsealFailure | { readonly code: 'undecided'; readonly message: string };

/**
 * What an import into the open workspace writes. The secrets that travel along are opened first, so that a wrong passphrase
 * changes nothing.
 */
export async function takeFromBundle(
  bundle: ReadBundle,
  { answers: given, files, fillRandom, held, passphrase, present }: TakeWish,
): Promise<Outcome<TakenParts, TakeFailure>> {
  const answers = new Map(given.map(({ answer, id }) => [id, answer]));
  const undecided = importPlan(bundle.documents, present, files).find(
    ({ id, state }) => state === 'conflict' && !answers.has(id),
  );
  if (undecided !== undefined) return failed(notDecided(undecided.name));
  const opened = await openedSecrets(bundle, passphrase);
  if (!opened.ok) return opened;
  const holds = (id: string, slot: string) => held.has(`${id} ${slot}`);
  const parts = bundleParts(bundle, { present, files, answers, holds, fillRandom });
  return succeeded({ ...parts, opened: opened.value, opens: bundle.flows[0] ?? null });
}

function notDecided(name: string): TakeFailure {
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
