import { eventStreamValue } from '#shared/response/event-stream.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';
import type { BodyRow } from './body-row.ts';
import { jsonRows } from './json-rows.ts';

type Draft = Omit<BodyRow, 'line' | 'folded'>;

/** Longer lines are cut in the view; saving the body has them whole. */
const longestLine = 5000;

/** A body made ready to be looked at: rows, folds and search. Lives in the worker, so that the page never waits for it. */
export interface BodyDocument {
  readonly rowCount: () => number;
  readonly rows: (from: number, to: number) => readonly BodyRow[];
  readonly toggleFold: (line: number) => void;
  /** The visible positions of rows that hold the text, at most `most`. */
  readonly find: (text: string, most: number) => readonly number[];
}

/** `tree` formats JSON and folds, `list` does so with the events of a stream, `raw` shows the lines as they came. */
export type DocumentView = 'tree' | 'list' | 'raw';

/** Reads a body. Text that is no JSON is always raw. */
export function bodyDocument(text: string, view: DocumentView): BodyDocument {
  const value = valueOf(text, view);
  return foldable(value === undefined ? textRows(text) : jsonRows(value));
}

function valueOf(text: string, view: DocumentView): Value | undefined {
  if (view === 'list') return eventStreamValue(new TextEncoder().encode(text));
  const read = view === 'tree' ? readJson(text) : null;
  return read?.ok === true ? read.value : undefined;
}

function textRows(text: string): readonly Draft[] {
  return text.split(/\r\n|\n|\r/).map((line) => ({
    depth: 0,
    pieces: [{ kind: 'text', text: line.length <= longestLine ? line : `${line.slice(0, longestLine)}…` }],
    type: '',
    path: null,
    foldEnd: null,
  }));
}

function foldable(drafts: readonly Draft[]): BodyDocument {
  const folded = new Set<number>();
  let visible = visibleRows(drafts, folded);
  const rowAt = (at: number): BodyRow | undefined => {
    const index = visible[at];
    const draft = index === undefined ? undefined : drafts[index];
    if (index === undefined || draft === undefined) return undefined;
    return { ...draft, line: index + 1, folded: folded.has(index) };
  };
  return {
    rowCount: () => visible.length,
    rows: (from, to) => {
      const rows: BodyRow[] = [];
      for (let at = from; at < Math.min(to, visible.length); at += 1) {
        const row = rowAt(at);
        if (row !== undefined) rows.push(row);
      }
      return rows;
    },
    toggleFold: (line) => {
      const index = line - 1;
      if (!folded.delete(index)) folded.add(index);
      visible = visibleRows(drafts, folded);
    },
    find: (text, most) => {
      const wanted = text.toLowerCase();
      const found: number[] = [];
      for (let at = 0; at < visible.length && found.length < most; at += 1) {
        const words = drafts[visible[at] ?? -1]?.pieces.map((piece) => piece.text).join('') ?? '';
        if (words.toLowerCase().includes(wanted)) found.push(at);
      }
      return found;
    },
  };
}

function visibleRows(drafts: readonly Draft[], folded: ReadonlySet<number>): readonly number[] {
  const visible: number[] = [];
  for (let index = 0; index < drafts.length;) {
    visible.push(index);
    const end = folded.has(index) ? drafts[index]?.foldEnd : null;
    index = end ?? index + 1;
  }
  return visible;
}
