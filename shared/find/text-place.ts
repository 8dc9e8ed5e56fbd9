import type { FindTextKind, FlowTextPlace } from './flow-find-texts.ts';

/** Where a text of a document stands that can be found; `value` is text that is taken as it is, `host` one that is allowed. */
export interface DocumentTextPlace extends Omit<FlowTextPlace, 'kind'> {
  readonly kind: FindTextKind | 'value' | 'host';
}

/** What comes in the place of a text. */
export type TextChange = (text: string, place: DocumentTextPlace) => string;

/** A place in the form of a document that has no nodes, by the label of its field or list. */
export function at(
  kind: DocumentTextPlace['kind'],
  field: string,
  row: DocumentTextPlace['row'] = null,
): DocumentTextPlace {
  return { kind, nodeId: null, groupId: null, field, tab: null, row };
}

/** A cell of a table, or a field in the row of a list, by its row from 0. */
export function cellOf(index: number, cell: string): NonNullable<DocumentTextPlace['row']> {
  return { number: index + 1, cell };
}
