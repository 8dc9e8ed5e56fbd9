import type { VariableView } from '#shared/run-events/run-view.ts';
import { readJson } from '#shared/value/read-json.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';

/** A row of the tree: its id is the path by which a template reads it. */
export interface VariableItem {
  readonly id: string;
  readonly label: string;
  readonly meta?: string;
  readonly children?: readonly VariableItem[];
}

/** Children of one value that are shown; a list of thousands belongs into the Response view. */
const mostChildren = 200;
const longestText = 80;

/** The trees by the variables they show: a run makes a new one only for what changed, and values may be large. */
const known = new WeakMap<VariableView, VariableItem>();

/** The variables of a run as trees of values. */
export function variableTree(
  variables: readonly VariableView[],
  setBy: (variable: VariableView) => string,
): readonly VariableItem[] {
  return variables.map((variable) => {
    const item = known.get(variable) ?? variableItem(variable);
    known.set(variable, item);
    const from = setBy(variable);
    return from === '' ? item : { ...item, meta: `${item.meta ?? ''}  ·  ${from}` };
  });
}

function variableItem({ name, value }: VariableView): VariableItem {
  const read = value.truncated ? null : readJson(value.json);
  if (read !== null && read.ok) return valueItem(name, name, read.value);
  return { id: name, label: `${name}: ${value.type}`, meta: 'too large to show here' };
}

function valueItem(path: string, name: string, value: Value): VariableItem {
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    const children = items
      .slice(0, mostChildren)
      .map((each, at) => valueItem(`${path}.${String(at)}`, String(at), each));
    return { id: path, label: name, meta: `list, ${counted(items.length, 'item')}`, children };
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    const children = entries
      .slice(0, mostChildren)
      .map(([key, each]) => valueItem(childPath(path, key), key, each));
    return { id: path, label: name, meta: `object, ${counted(entries.length, 'key')}`, children };
  }
  return { id: path, label: `${name}: ${shortened(writeJson(value))}`, meta: typeOf(value) };
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !(value instanceof ExactNumber);
}

function childPath(path: string, key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}.[${key}]`;
}

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}

function typeOf(value: Value): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'yes or no' : 'number';
}
