import { setOwnValue } from '../value/set-own-value.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { documentSchema, type WorkspaceDocument } from '../workspace/document.ts';
import { parseTolerantly } from '../workspace/parse-tolerantly.ts';
import { plainJson } from '../workspace/plain-json.ts';
import type { StoredFile } from '../workspace/read-stored-file.ts';

/** A document whose bodies send files under other names. The same document where none of its files has another one. */
export function withRenamedFiles(
  stored: StoredFile<WorkspaceDocument>,
  names: ReadonlyMap<string, string>,
): StoredFile<WorkspaceDocument> {
  const isChanged = [...names].some(([name, own]) => name !== own);
  if (!isChanged || stored.content.format !== 'flowbench.flow') return stored;
  const raw = renamed(stored.raw, names) as ValueObject;
  const parsed = parseTolerantly(documentSchema, plainJson(raw));
  if (!parsed.ok) throw new Error(`A flow with other files is none any more: ${parsed.failure.message}`);
  return { content: parsed.value, raw };
}

/** In a flow only bodies and their parts have a `file`. */
function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
  if (isValueList(value)) return value.map((item) => renamed(item, names));
  if (!isValueObject(value)) return value;
  const copy: Record<string, Value> = {};
  for (const [key, item] of Object.entries(value)) {
    const own = key === 'file' && typeof item === 'string' ? (names.get(item) ?? item) : renamed(item, names);
    setOwnValue(copy, key, own);
  }
  return copy;
}
