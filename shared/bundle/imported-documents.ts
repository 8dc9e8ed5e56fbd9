import type { Endpoint } from '../endpoint/endpoint.ts';
import { type Environment, isSecretValue } from '../environment/environment.ts';
import { type FillRandom, newId, type SecretSlot } from '../ids/ids.ts';
import { secretUses } from '../secret/secret-slots.ts';
import { equalValues } from '../value/equal-values.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { copiedIds, secretSlotsOf, withIds } from '../workspace/duplicate-document.ts';
import { documentSchema, type DocumentId, type WorkspaceDocument } from '../workspace/document.ts';
import { parseTolerantly } from '../workspace/parse-tolerantly.ts';
import { plainJson, valueOfPlainJson } from '../workspace/plain-json.ts';
import type { StoredFile } from '../workspace/read-stored-file.ts';
import type { FilesHere } from './files-here.ts';
import { type ImportAnswer, type ImportEntry, importPlan } from './import-plan.ts';
import type { PlacedDocument } from './make-bundle.ts';

/** A document that an import writes. */
export interface ImportedDocument {
  /** Its id in the bundle. */
  readonly from: DocumentId;
  readonly file: string;
  readonly stored: StoredFile<WorkspaceDocument>;
  /** The document of the workspace that it takes the place of; `null` for one that comes besides. */
  readonly replaces: DocumentId | null;
  /** For each secret of the bundle's document the slot that it has here. */
  readonly slots: ReadonlyMap<SecretSlot, SecretSlot>;
}

/** What decides about an import besides the bundle. */
export interface ImportSetting {
  readonly present: readonly PlacedDocument[];
  /** What the files of the bundle are to the workspace; absent where it has none yet. */
  readonly files?: FilesHere | undefined;
  /** What the person chose for documents that are there in another version. */
  readonly answers: ReadonlyMap<string, ImportAnswer>;
  /** Whether the vault holds something for a slot of a document. */
  readonly holds: (id: DocumentId, slot: SecretSlot) => boolean;
  readonly fillRandom: FillRandom;
}

/**
 * The documents that an import writes. What is there word for word and what is skipped is not among them; who is kept
 * besides gets new ids, and all that came with it refers to those.
 *
 * A secret that the vault holds already is never given to a document that came in a bundle, unless the document replaces
 * itself and sends the secret to the same place in the same way: otherwise it gets a slot of its own, which is empty.
 */
export function importedDocuments(
  incoming: readonly PlacedDocument[],
  setting: ImportSetting,
): readonly ImportedDocument[] {
  const plan = importPlan(incoming, setting.present, setting.files);
  const byId = new Map<string, ImportEntry>(plan.map((entry) => [entry.id, entry]));
  const answered = (id: DocumentId): Answered => answerFor(id, byId, setting.answers);
  const written = incoming.filter(({ stored }) => answered(stored.content.id) !== 'leave');
  const ids = new Map<string, string>();
  for (const { stored } of written) {
    if (answered(stored.content.id) !== 'beside') continue;
    for (const [id, copy] of copiedIds(stored.content, setting.fillRandom)) ids.set(id, copy);
  }
  return written.map((placed) => imported(placed, answered(placed.stored.content.id), ids, setting));
}

/** What is done with a document. */
type Answered = 'write' | 'replace' | 'beside' | 'leave';

function answerFor(
  id: DocumentId,
  plan: ReadonlyMap<string, ImportEntry>,
  answers: ReadonlyMap<string, ImportAnswer>,
): Answered {
  const entry = plan.get(id);
  if (entry === undefined) return 'leave';
  if (isBesideWithItsFlow(entry, plan, answers)) return 'beside';
  if (entry.state !== 'conflict') return entry.state === 'new' ? 'write' : 'leave';
  const answer = answers.get(id) ?? 'skip';
  if (answer === 'replace') return 'replace';
  return answer === 'skip' ? 'leave' : 'beside';
}

/** What is made for a flow that is kept besides is made for that one, and not for the flow that was there. */
function isBesideWithItsFlow(
  { belongsTo }: ImportEntry,
  plan: ReadonlyMap<string, ImportEntry>,
  answers: ReadonlyMap<string, ImportAnswer>,
): boolean {
  const owner = belongsTo === undefined ? undefined : plan.get(belongsTo);
  return owner?.state === 'conflict' && answers.get(owner.id) === 'keep-both';
}

function imported(
  { file, stored }: PlacedDocument,
  answered: Answered,
  ids: ReadonlyMap<string, string>,
  setting: ImportSetting,
): ImportedDocument {
  const { content } = stored;
  const present = setting.present.find((each) => each.stored.content.id === content.id)?.stored.content;
  const kept =
    answered === 'replace' && present !== undefined ? slotsKept(content, present) : new Set<SecretSlot>();
  const slots = new Map(
    secretSlotsOf(content).map((slot) => {
      const isFree = answered !== 'beside' && !setting.holds(content.id, slot);
      return [slot, isFree || kept.has(slot) ? slot : newId('sl', setting.fillRandom)] as const;
    }),
  );
  const changed = [...slots].filter(([slot, own]) => slot !== own);
  const copied = withIds(stored.raw, new Map<string, string>([...ids, ...changed])) as ValueObject;
  const raw = isSecondDefaults(content, setting.present) ? withoutDefaults(copied) : copied;
  const parsed = parseTolerantly(documentSchema, plainJson(raw));
  if (!parsed.ok) throw new Error(`An imported document is none any more: ${parsed.failure.message}`);
  return {
    from: content.id,
    file,
    stored: { content: parsed.value, raw },
    replaces: answered === 'replace' ? content.id : null,
    slots,
  };
}

/** A workspace has one document of defaults; another one that comes is an environment like others. */
function isSecondDefaults(document: WorkspaceDocument, present: readonly PlacedDocument[]): boolean {
  if (document.format !== 'flowbench.environment' || document.defaults === undefined) return false;
  return present.some(
    ({ stored: { content } }) =>
      content.format === 'flowbench.environment' && content.defaults === true && content.id !== document.id,
  );
}

function withoutDefaults({ defaults: _, ...environment }: ValueObject): ValueObject {
  return environment;
}

/** The slots whose secret may stay where the document replaces another version of itself. */
function slotsKept(next: WorkspaceDocument, before: WorkspaceDocument): ReadonlySet<SecretSlot> {
  if (next.format === 'flowbench.endpoint' && before.format === 'flowbench.endpoint')
    return keptByEndpoint(next, before);
  if (next.format === 'flowbench.environment' && before.format === 'flowbench.environment')
    return keptByEnvironment(next, before);
  return new Set();
}

function keptByEndpoint(next: Endpoint, before: Endpoint): ReadonlySet<SecretSlot> {
  if (!isSentAlike(next, before)) return new Set();
  const places = new Map(secretUses(before).map((place) => [place.slot, place]));
  const kept = secretUses(next).filter(({ slot, use, origin }) => {
    const place = places.get(slot);
    return place?.use === use && place.origin === origin;
  });
  return new Set(kept.map(({ slot }) => slot));
}

/** Whether nothing decides differently who gets to see what an endpoint sends. */
function isSentAlike(one: Endpoint, other: Endpoint): boolean {
  const deciding = ({ allowedHosts, auth, headers, proxy, redirects, tls }: Endpoint): Value =>
    valueOfPlainJson({ allowedHosts, auth, headers, proxy, redirects, tls });
  return equalValues(deciding(one), deciding(other));
}

function keptByEnvironment(next: Environment, before: Environment): ReadonlySet<SecretSlot> {
  const names = new Map(before.values.filter(isSecretValue).map(({ name, secret }) => [secret, name]));
  const kept = next.values.filter(isSecretValue).filter(({ name, secret }) => names.get(secret) === name);
  return new Set(kept.map(({ secret }) => secret));
}
