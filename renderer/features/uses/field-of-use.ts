import type { VariableUse } from '#shared/flow/variable-uses.ts';

const controls = ':is(input:not([type="checkbox"]), textarea)';

/** Cells that stand first in the row of a table. */
const firstCells: ReadonlySet<string> = new Set(['Name', 'Label']);

/** The control of the inspector that holds a use, once its node is shown there; `null` where it cannot be found. */
export function fieldOfUse({ field, row }: VariableUse): HTMLElement | null {
  const inspector = document.querySelector('aside[aria-label="Inspector"]');
  if (inspector === null) return null;
  if (row === null) return labelled(inspector, field);
  if (field === 'Inputs') {
    const input = inspector.querySelectorAll('[role="group"][aria-label^="Input "]')[row.number - 1];
    return input?.querySelectorAll<HTMLElement>(controls)[row.cell === 'Name' ? 0 : 1] ?? null;
  }
  const table = inspector.querySelector(`[role="table"][aria-label="${field}"]`);
  const cell = `[data-row="${String(row.number - 1)}"] [data-column="${firstCells.has(row.cell) ? 'name' : 'value'}"] ${controls}`;
  return table?.querySelector<HTMLElement>(cell) ?? null;
}

function labelled(inspector: Element, text: string): HTMLElement | null {
  const label = [...inspector.querySelectorAll('label')].find((each) => each.textContent === text);
  return label === undefined ? null : document.getElementById(label.htmlFor);
}
