import type { BodyAnswer } from './body-messages.ts';
import type { BodyRow } from './body-row.ts';

/** A body as the page knows it: how many rows there are, those that were asked for, and where a search found something. */
export interface BodyState {
  readonly phase: 'loading' | 'ready' | 'gone';
  /** Why the body is gone. */
  readonly message: string;
  /** Grows whenever the rows stand for something else than before, and what was known of them no longer holds. */
  readonly version: number;
  readonly rowCount: number;
  readonly rows: ReadonlyMap<number, BodyRow>;
  readonly places: readonly number[];
}

export const loadingBody: BodyState = {
  phase: 'loading',
  message: '',
  version: 0,
  rowCount: 0,
  rows: new Map(),
  places: [],
};

/** Rows that are kept on both sides of the ones in view; the worker gives others again in no time. */
const keptAround = 500;

/** The state after an answer of the worker, or after the news that the body is not kept any more. */
export function bodyAfter(
  before: BodyState,
  answer: BodyAnswer | { readonly type: 'gone'; readonly message: string },
): BodyState {
  switch (answer.type) {
    case 'ready':
      return {
        ...before,
        phase: 'ready',
        version: before.version + 1,
        rowCount: answer.rowCount,
        rows: new Map(),
      };
    case 'rows':
      return { ...before, rows: rowsAround(before.rows, answer.from, answer.rows) };
    case 'found':
      return { ...before, places: answer.places };
    case 'gone':
      return { ...before, phase: 'gone', message: answer.message };
  }
}

function rowsAround(
  before: ReadonlyMap<number, BodyRow>,
  from: number,
  rows: readonly BodyRow[],
): ReadonlyMap<number, BodyRow> {
  const to = from + rows.length;
  const near = [...before].filter(([at]) => at >= from - keptAround && at < to + keptAround);
  return new Map([...near, ...rows.map((row, at) => [from + at, row] as const)]);
}
