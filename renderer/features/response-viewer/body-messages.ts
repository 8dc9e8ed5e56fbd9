import type { DocumentView } from './body-document.ts';
import type { BodyRow } from './body-row.ts';

/** What the page asks the worker that holds a body. */
export type BodyRequest =
  | { readonly type: 'load'; readonly bytes: Uint8Array; readonly view: DocumentView }
  | { readonly type: 'view'; readonly view: DocumentView }
  | { readonly type: 'rows'; readonly from: number; readonly to: number }
  | { readonly type: 'fold'; readonly line: number }
  | { readonly type: 'find'; readonly text: string };

/** What the worker answers. */
export type BodyAnswer =
  | { readonly type: 'ready'; readonly rowCount: number }
  | {
      readonly type: 'rows';
      readonly from: number;
      readonly rows: readonly BodyRow[];
      readonly rowCount: number;
    }
  | { readonly type: 'found'; readonly places: readonly number[] };
