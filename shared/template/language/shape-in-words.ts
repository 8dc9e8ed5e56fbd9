import type { ValueKind } from '../../value/value-kinds.ts';
import type { ValueShape } from '../../value/value-shape.ts';

/** What the kinds of values are called in completion, hovers and the Variables panel. */
export const kindWords: Readonly<Record<ValueKind, string>> = {
  null: 'null',
  boolean: 'yes or no',
  number: 'number',
  text: 'text',
  list: 'list',
  object: 'object',
};

/** A shape on one line: `text · "Ann"`, `list of objects`, `number or null · 42 · missing in 2 of 5`. */
export function shapeInWords(shape: ValueShape): string {
  const { kinds, sample, seen, of } = shape;
  const parts = [kinds.map((kind) => kindWithItems(kind, shape)).join(' or ')];
  if (sample !== null && sample !== 'null') parts.push(sample);
  if (seen < of) parts.push(`missing in ${of - seen} of ${of}`);
  return parts.filter((part) => part !== '').join(' · ');
}

function kindWithItems(kind: ValueKind, { items }: ValueShape): string {
  const [only, ...others] = items?.kinds ?? [];
  if (kind !== 'list' || only === undefined || others.length > 0) return kindWords[kind];
  return `list of ${manyWords[only]}`;
}

const manyWords: Readonly<Record<ValueKind, string>> = {
  null: 'nulls',
  boolean: 'yes or no',
  number: 'numbers',
  text: 'texts',
  list: 'lists',
  object: 'objects',
};
