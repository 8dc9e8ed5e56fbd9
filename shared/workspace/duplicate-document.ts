import { isSecretValue } from '../environment/environment.ts';
import { groupsOf } from '../flow/group.ts';
import { type FillRandom, newId, type SecretSlot } from '../ids/ids.ts';
import { secretSlots } from '../secret/secret-slots.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { documentSchema, type WorkspaceDocument } from './document.ts';
import { parseTolerantly } from './parse-tolerantly.ts';
import { plainJson } from './plain-json.ts';
import type { StoredFile } from './read-stored-file.ts';

/** A copy of a document, and for each of its secrets the slot that the copy has instead. */
export interface DocumentCopy {
  readonly stored: StoredFile<WorkspaceDocument>;
  readonly slots: ReadonlyMap<SecretSlot, SecretSlot>;
}

/**
 * Copies a document under another name. The document, the nodes and groups of a flow and the slots of secrets get new ids, and
 * whatever referred to them inside of the document refers to the new ones, also in keys that we do not know.
 */
export function duplicateDocument(
  source: StoredFile<WorkspaceDocument>,
  name: string,
  fillRandom: FillRandom,
): DocumentCopy {
  const slots = new Map(
    secretSlotsOf(source.content).map((slot) => [slot, newId('sl', fillRandom)] as const),
  );
  const ids = new Map<string, string>([...slots, ...copiedIds(source.content, fillRandom)]);
  // There is one document of defaults: a copy of it is an environment like others.
  const { defaults: _, ...copied } = withIds(source.raw, ids) as ValueObject;
  const raw: ValueObject = { ...copied, name };
  const parsed = parseTolerantly(documentSchema, plainJson(raw));
  if (!parsed.ok) throw new Error(`A copy is not a document: ${parsed.failure.message}`);
  return { stored: { content: parsed.value, raw }, slots };
}

/** The slots of secrets that a document refers to. */
export function secretSlotsOf(document: WorkspaceDocument): readonly SecretSlot[] {
  switch (document.format) {
    case 'flowbench.endpoint':
      return secretSlots(document);
    case 'flowbench.environment':
      return document.values.filter(isSecretValue).map(({ secret }) => secret);
    case 'flowbench.flow':
    case 'flowbench.fixture':
    case 'flowbench.scenario':
      return [];
  }
}

/** For the id of a document and of each of its parts the one that a copy has. */
export function copiedIds(
  document: WorkspaceDocument,
  fillRandom: FillRandom,
): readonly (readonly [string, string])[] {
  return [[document.id, newDocumentId(document, fillRandom)], ...partIds(document, fillRandom)];
}

function partIds(
  document: WorkspaceDocument,
  fillRandom: FillRandom,
): readonly (readonly [string, string])[] {
  if (document.format !== 'flowbench.flow') return [];
  return [
    ...document.nodes.map((node) => [node.id, newId('nd', fillRandom)] as const),
    ...groupsOf(document).map((group) => [group.id, newId('gr', fillRandom)] as const),
  ];
}

function newDocumentId(document: WorkspaceDocument, fillRandom: FillRandom): string {
  switch (document.format) {
    case 'flowbench.endpoint':
      return newId('ep', fillRandom);
    case 'flowbench.flow':
      return newId('fl', fillRandom);
    case 'flowbench.environment':
      return newId('en', fillRandom);
    case 'flowbench.fixture':
      return newId('fx', fillRandom);
    case 'flowbench.scenario':
      return newId('sc', fillRandom);
  }
}

/** A value in which every text and key that is an id is the one that a copy has instead. */
export function withIds(value: Value, ids: ReadonlyMap<string, string>): Value {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (isValueList(value)) return value.map((item) => withIds(item, ids));
  if (!isValueObject(value)) return value;
  const copy: Record<string, Value> = {};
  for (const key of Object.keys(value))
    setOwnValue(copy, ids.get(key) ?? key, withIds(value[key] ?? null, ids));
  return copy;
}
