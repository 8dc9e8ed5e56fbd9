import type { Flow } from '#shared/flow/flow.ts';
import { fieldAndRow } from '#shared/flow/node-texts.ts';
import { usesOfVariable, variableUses, type VariableUse } from '#shared/flow/variable-uses.ts';

/** More rows than anybody reads would only make the window slow; typing narrows them. */
const mostRows = 200;

/** What the list of uses is called. */
export function usesTitle(name: string | null): string {
  return name === null ? 'Uses of variables' : `Uses of ${name}`;
}

/** The uses of a variable, or of all that the flow's nodes set, narrowed by what was typed: a part of any word of the row. */
export function usesToShow(flow: Flow, name: string | null, typed: string): readonly VariableUse[] {
  const uses = name === null ? usesOfAll(flow) : usesOfVariable(flow.nodes, name);
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (use: VariableUse) => {
    const row = `${use.name} ${use.nodeName} ${use.does} ${fieldInWords(use)} ${use.text}`.toLowerCase();
    return words.every((word) => row.includes(word));
  };
  return uses.filter(fits).slice(0, mostRows);
}

/** One variable after the other, in the order in which the flow sets them; then names that nothing sets. */
function usesOfAll({ nodes }: Flow): readonly VariableUse[] {
  const uses = variableUses(nodes);
  const order = [
    ...new Set([...uses.filter(({ does }) => does === 'sets'), ...uses].map(({ name }) => name)),
  ];
  const places = new Map(order.map((name, place) => [name, place]));
  return uses.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

/** The field of a use in words: `Query, row 2 (off)`. */
export function fieldInWords(use: VariableUse): string {
  return use.off ? `${fieldAndRow(use)} (off)` : fieldAndRow(use);
}

/** Units of text that are shown before and behind what is read. */
const aroundUnits = 40;

/** The line of a field's text in which a use stands, shortened at both ends where it is long. */
export function lineOfUse({ text, start, end }: VariableUse): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  // From the braces on, so that an expression is never shown without its beginning.
  const open = Math.max(text.lastIndexOf('{{', start), lineStart);
  const from = start - lineStart > aroundUnits ? Math.min(open, start) : lineStart;
  const to = Math.min(lineEnd, end + aroundUnits);
  return `${from > lineStart ? '…' : ''}${text.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
}
