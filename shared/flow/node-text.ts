/** A text of a node that holds a template or the name of a variable, and where the inspector shows it. */
export interface NodeText {
  /**
   * `variable` where the whole text is the name under which the node stores a value, `unset` where it takes that away;
   * `inner` is a template over the variables of another flow, which the node runs.
   */
  readonly kind: 'template' | 'inner' | 'variable' | 'unset';
  /** The label of its field. */
  readonly field: string;
  /** The tab of an API Call that has the field; `null` for nodes without tabs. */
  readonly tab: 'request' | 'body' | null;
  /** The row and cell of a table, counted from 1; `null` where the field is no table. */
  readonly row: { readonly number: number; readonly cell: string } | null;
  /** In a row that is switched off, and so not sent. */
  readonly off: boolean;
  readonly text: string;
}

/** Gives the text that shall stand in the place of one. */
export type TextChange = (text: string, place: Omit<NodeText, 'text'>) => string;

/** The place of a template; what is otherwise is told. */
export function placeOfText(field: string, more: Partial<NodeText> = {}): Omit<NodeText, 'text'> {
  return { kind: 'template', field, tab: null, row: null, off: false, ...more };
}
