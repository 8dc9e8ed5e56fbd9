import type { VariableUse } from '#shared/flow/variable-uses.ts';

const controls = ':is(input:not([type="checkbox"]), textarea)';

/** Cells that stand first in the row of a table. */
const firstCells: ReadonlySet<string> = new Set(['Name', 'Variable', 'Label']);

/** The control of the inspector that holds a use, once its node is shown there; `null` where it cannot be found. */
export function fieldOfUse({ field, row }: VariableUse): HTMLElement | null {
  const inspector = document.querySelector('aside[aria-label="Inspector"]');
  if (inspector === null) return null;
  return row === null ? labelled(inspector, field) : fieldInRow(inspector, field, row);
}

function fieldInRow(
  inspector: Element,
  field: string,
  { number, cell }: NonNullable<VariableUse['row']>,
): HTMLElement | null {
  const isName = firstCells.has(cell);
  if (field === 'Inputs') {
    const input = inspector.querySelectorAll('[role="group"][aria-label^="Input "]')[number - 1];
    return input?.querySelectorAll<HTMLElement>(controls)[isName ? 0 : 1] ?? null;
  }
  const rows = field === 'Changes' ? '[data-changes]' : `[role="table"][aria-label="${field}"]`;
  const column = `[data-row="${String(number - 1)}"] [data-column="${isName ? 'name' : 'value'}"]`;
  return inspector.querySelector<HTMLElement>(`${rows} ${column} ${controls}`);
}

function labelled(inspector: Element, text: string): HTMLElement | null {
  const label = [...inspector.querySelectorAll('label')].find((each) => each.textContent === text);
  return label === undefined ? null : document.getElementById(label.htmlFor);
}
