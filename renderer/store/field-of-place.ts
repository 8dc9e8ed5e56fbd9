/** A field as its editor shows it: its label, or a cell of the table that is called so. */
export interface ShownField {
  readonly field: string;
  readonly row: { readonly number: number; readonly cell: string } | null;
}

/** Cells that stand first in the row of a table. */
const firstCells: ReadonlySet<string> = new Set(['Name', 'Variable', 'Label']);

/** Lists of rows that are no tables. */
const lists: Readonly<Partial<Record<string, string>>> = {
  Changes: '[data-changes]',
  Outputs: '[data-outputs]',
};

const controls = ':is(input:not([type="checkbox"]), textarea)';
const editors = ['aside[aria-label="Inspector"]', '[data-side="focused"]', 'section[aria-label="Editor"]'];

/** The control of the inspector, or of the form in the tab, that holds a field; `null` where none is shown. */
export function fieldOfPlace(place: ShownField): HTMLElement | null {
  for (const editor of editors) {
    const shown = document.querySelector(editor);
    const found = shown === null ? null : fieldIn(shown, place);
    if (found !== null) return found;
  }
  return null;
}

/** What opens the folded row that holds a field, or draws more rows of its table; `null` where it is in view. */
export function foldOfPlace({ field, row }: ShownField): HTMLElement | null {
  if (row === null) return null;
  for (const editor of editors) {
    const item = document.querySelector(editor)?.querySelector(rowOfList(field, row.number));
    const fold = item?.querySelector<HTMLElement>('[data-unfolds][aria-expanded="false"]');
    if (fold !== null && fold !== undefined) return fold;
  }
  return field === 'Data' && fieldOfPlace({ field, row }) === null
    ? document.querySelector<HTMLElement>('[data-shows-more]')
    : null;
}

const rowOfList = (field: string, number: number): string =>
  `[role="list"][aria-label="${CSS.escape(field)}"] > [data-row="${String(number - 1)}"]`;

function fieldIn(editor: Element, { field, row }: ShownField): HTMLElement | null {
  return row === null ? labelled(editor, field) : fieldInRow(editor, field, row);
}

function fieldInRow(
  editor: Element,
  field: string,
  { number, cell }: NonNullable<ShownField['row']>,
): HTMLElement | null {
  const isName = firstCells.has(cell);
  if (field === 'Inputs') {
    const input = editor.querySelectorAll('[role="group"][aria-label^="Input "]')[number - 1];
    return input?.querySelectorAll<HTMLElement>(controls)[isName ? 0 : 1] ?? null;
  }
  const item = editor.querySelector(rowOfList(field, number));
  if (item !== null) return fieldInItem(item, number, cell);
  const drawn = drawnRow(editor, field, { number, cell });
  if (drawn !== null) return drawn;
  const rows = lists[field] ?? `[role="table"][aria-label="${CSS.escape(field)}"]`;
  const column = `[data-row="${String(number - 1)}"] [data-column="${isName ? 'name' : 'value'}"]`;
  return editor.querySelector<HTMLElement>(`${rows} ${column} ${controls}`) ?? tagIn(editor, field, number);
}

/** The field of a row that is called so, also one of a header in it; else the first. */
function fieldInItem(item: Element, number: number, cell: string): HTMLElement | null {
  const [, header, rest] = /^Header (\d+), (.+)$/.exec(cell) ?? [];
  const inner = header === undefined ? null : item.querySelector(rowOfList('Headers', Number(header)));
  if (inner !== null && rest !== undefined) return fieldInItem(inner, Number(header), rest);
  const called = labelled(item, cell) ?? labelled(item, `${cell}, row ${String(number)}`);
  if (called?.matches(controls) === true) return called;
  return (
    item.querySelector<HTMLElement>('input:not([type="checkbox"], [aria-hidden]), textarea') ??
    item.querySelector<HTMLElement>('[role="combobox"]')
  );
}

/** A cell of the data or a line of the snapshot of a scenario. */
function drawnRow(
  editor: Element,
  field: string,
  { cell, number }: NonNullable<ShownField['row']>,
): HTMLElement | null {
  if (field === 'Data')
    return editor.querySelector(
      `table[aria-label="Data"] [aria-label="${CSS.escape(cell)}, row ${String(number)}"]`,
    );
  if (field === 'Snapshot')
    return editor.querySelector(`[aria-label="Snapshot"] > [data-row="${String(number - 1)}"]`);
  return null;
}

/** What takes one of a set of tags away. */
function tagIn(editor: Element, field: string, number: number): HTMLElement | null {
  const groups = [...editor.querySelectorAll('[role="group"][aria-labelledby]')];
  const group = groups.find(
    (each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent === field,
  );
  return group?.querySelectorAll('button')[number - 1] ?? null;
}

function labelled(editor: Element, text: string): HTMLElement | null {
  const label = [...editor.querySelectorAll('label')].find((each) => each.textContent === text);
  const named = label === undefined ? null : document.getElementById(label.htmlFor);
  return (
    named ??
    editor.querySelector<HTMLElement>(`:is(input, textarea, button)[aria-label="${CSS.escape(text)}"]`)
  );
}

/** The field that a control of the inspector or of a form holds, as it is found again; `null` where it is none of theirs. */
export function placeOfField(control: HTMLElement): ShownField | null {
  if (!control.matches(controls) || control.closest(editors.join()) === null) return null;
  const place = cellOf(control) ?? { field: labelOf(control), row: null };
  return place.field !== '' && fieldOfPlace(place) === control ? place : null;
}

function cellOf(control: HTMLElement): ShownField | null {
  const row = control.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const column = control.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const table = control.closest('[role="table"]')?.getAttribute('aria-label') ?? null;
  if (row === undefined || column === undefined || table === null) return null;
  return { field: table, row: { number: Number(row) + 1, cell: column === 'name' ? 'Name' : 'Value' } };
}

function labelOf(control: HTMLElement): string {
  const { labels } = control as HTMLInputElement;
  return labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? '';
}
