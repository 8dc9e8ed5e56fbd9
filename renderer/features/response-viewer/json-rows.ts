import { pathStep } from '#shared/template/write-path.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { BodyRow, RowPiece } from './body-row.ts';

/** Text of a single value that is shown in its row; the raw view has all of it. */
const longestValue = 2000;

type Draft = Omit<BodyRow, 'line' | 'folded'>;
type MutableRows = { -readonly [Key in keyof Draft]: Draft[Key] }[];

/** The rows of a JSON value, formatted as one would write it; numbers keep their digits. */
export function jsonRows(value: Value): readonly Draft[] {
  const rows: MutableRows = [];
  addValue(rows, value, { depth: 0, key: null, path: '', last: true });
  return rows;
}

interface Place {
  readonly depth: number;
  readonly key: string | null;
  /** `null` below a key that no path can have. */
  readonly path: string | null;
  readonly last: boolean;
}

function addValue(rows: MutableRows, value: Value, place: Place): void {
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    const children = items.map((item, at) => ({
      key: null,
      path: childPath(place.path, String(at)),
      value: item,
    }));
    addContainer(rows, '[', ']', `array, ${counted(items.length, 'item')}`, children, place);
  } else if (isObject(value)) {
    const children = Object.entries(value).map(([key, item]) => ({
      key,
      path: childPath(place.path, key),
      value: item,
    }));
    addContainer(rows, '{', '}', `object, ${counted(children.length, 'key')}`, children, place);
  } else {
    const pieces = [...keyPieces(place.key), scalarPiece(value), ...comma(place.last)];
    rows.push({ depth: place.depth, pieces, type: scalarType(value), path: place.path, foldEnd: null });
  }
}

interface Child {
  readonly key: string | null;
  readonly path: string | null;
  readonly value: Value;
}

function addContainer(
  rows: MutableRows,
  open: string,
  close: string,
  type: string,
  children: readonly Child[],
  { depth, key, path, last }: Place,
): void {
  if (children.length === 0) {
    const pieces = [...keyPieces(key), mark(open + close), ...comma(last)];
    rows.push({ depth, pieces, type, path, foldEnd: null });
    return;
  }
  const head: MutableRows[number] = {
    depth,
    pieces: [...keyPieces(key), mark(open)],
    type,
    path,
    foldEnd: null,
  };
  rows.push(head);
  children.forEach((child, at) =>
    addValue(rows, child.value, {
      depth: depth + 1,
      key: child.key,
      path: child.path,
      last: at === children.length - 1,
    }),
  );
  rows.push({ depth, pieces: [mark(close), ...comma(last)], type: '', path: null, foldEnd: null });
  head.foldEnd = rows.length;
}

const mark = (text: string): RowPiece => ({ kind: 'mark', text });
const comma = (last: boolean): readonly RowPiece[] => (last ? [] : [mark(',')]);
const keyPieces = (key: string | null): readonly RowPiece[] =>
  key === null ? [] : [{ kind: 'key', text: JSON.stringify(key) }, mark(': ')];

function scalarPiece(value: Value): RowPiece {
  const text = writeJson(value);
  const shown = text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
  return { kind: scalarKind(value), text: shown };
}

function scalarKind(value: Value): RowPiece['kind'] {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

function scalarType(value: Value): string {
  return scalarKind(value);
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !(value instanceof ExactNumber);
}

function childPath(path: string | null, key: string): string | null {
  const step = pathStep(key);
  return path === null || step === null ? null : `${path}.${step}`;
}

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}
