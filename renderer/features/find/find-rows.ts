import type { FoundDocument, FoundDocuments, FoundText } from '#shared/find/find-in-documents.ts';
import type { TextRange } from '#shared/find/text-finder.ts';

/** A row of what was found: a document, a field of it, or a place in that. */
export type FindRow =
  | { readonly type: 'document'; readonly found: FoundDocument; readonly expanded: boolean }
  | { readonly type: 'text'; readonly found: FoundDocument; readonly text: FoundText }
  | {
      readonly type: 'match';
      readonly found: FoundDocument;
      readonly text: FoundText;
      readonly range: TextRange;
    };

/** The rows of what was found, top to bottom; what is folded hides its fields and places. */
export function findRows({ documents }: FoundDocuments, folded: ReadonlySet<string>): readonly FindRow[] {
  return documents.flatMap((found): FindRow[] => {
    const expanded = !folded.has(found.document.id);
    const head = { type: 'document', found, expanded } as const;
    if (!expanded) return [head];
    const below = found.texts.flatMap((text): FindRow[] => [
      { type: 'text', found, text },
      ...text.ranges.map((range) => ({ type: 'match', found, text, range }) as const),
    ]);
    return [head, ...below];
  });
}

/** What the field of a text is called in the list: `Get order · Query, row 2`. */
export function fieldInWords({ document }: FoundDocument, { field, nodeId, row }: FoundText): string {
  const place = row === null ? field : `${field}, row ${String(row.number)}, ${row.cell.toLowerCase()}`;
  if (nodeId === null || document.format !== 'flowbench.flow') return place;
  const node = document.nodes.find(({ id }) => id === nodeId);
  const name = node === undefined || node.name.trim() === '' ? 'A node without a name' : node.name;
  return field === 'Name of the node' ? `${name} · Name` : `${name} · ${place}`;
}
