import { expressionOf } from '#shared/template/write-path.ts';
import { bridge } from '../../bridge/bridge.ts';
import { callPicked } from '../../store/runs-store.ts';
import { canWishForNode, nodeWished } from '../../store/node-wishes.ts';
import { toasts } from '../../store/toasts.ts';
import { panelTabShown } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { editRefusal } from './row-edit.ts';
import { rowCopies, type RowCopy } from './row-copies.ts';
import { placeShown } from './variable-places.tsx';
import type { VariableRow } from './variable-rows.ts';

/** Puts a copy into the clipboard and says so. */
export async function copied({ text }: RowCopy): Promise<void> {
  if (text === null) return;
  await bridge.call['clipboard.write']({ text });
  toasts.show({ title: `Copied ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`, icon: 'copy' });
}

/** Shows the response that a variable holds. */
export function responseShown(runId: string, callIndex: number): void {
  callPicked(runId, callIndex);
  panelTabShown('response');
}

/** What a row stands in, and what can be done with it there. */
export interface RowPlace {
  readonly flowId: string | null;
  readonly runId: string | undefined;
  readonly onEdit: ((row: VariableRow) => void) | undefined;
}

/** The menu of a row. */
export function rowEntries(row: VariableRow, place: RowPlace): readonly MenuEntry[] {
  if (row.kind === 'section') return [];
  return [...valueEntries(row, place), ...flowEntries(row, place.flowId)];
}

/** Shows the first place where the variable of a row is set; `null` where the flow sets it nowhere. */
export function goToDefinition(row: VariableRow, flowId: string | null): (() => void) | null {
  const first = row.variable?.flow?.setIn[0];
  return flowId === null || first === undefined ? null : () => placeShown(flowId, first);
}

/** What a row has to do with the flow: where its variable is set, and a Message that says it. */
function flowEntries(row: VariableRow, flowId: string | null): readonly MenuEntry[] {
  const goTo = goToDefinition(row, flowId);
  const expression = row.path.length === 0 ? null : expressionOf(row.path);
  const add: MenuEntry = {
    kind: 'action',
    label: 'Add a Message that says it',
    icon: 'message',
    disabledReason: canWishForNode() ? undefined : 'No flow is in view.',
    onSelect: () => nodeWished({ kind: 'message', text: expression ?? '' }),
  };
  const entries: readonly MenuEntry[] = [
    ...(goTo === null
      ? []
      : [{ kind: 'action', label: 'Go to where it is set', keys: 'F12', onSelect: goTo } as const]),
    ...(expression === null ? [] : [add]),
  ];
  return entries.length === 0 ? [] : [{ kind: 'separator' }, ...entries];
}

function valueEntries(row: VariableRow, { onEdit, runId }: RowPlace): readonly MenuEntry[] {
  const edits = editEntries(row, onEdit);
  const copies = rowCopies(row).map((copy): MenuEntry => ({
    kind: 'action',
    label: copy.label,
    icon: copy.id === 'expression' ? 'copy' : undefined,
    keys: copy.keys,
    disabledReason: copy.text === null ? copy.missing : undefined,
    onSelect: () => void copied(copy),
  }));
  const callIndex = row.variable?.callIndex ?? null;
  if (callIndex === null || runId === undefined) return [...edits, ...copies];
  return [
    ...edits,
    ...copies,
    { kind: 'separator' },
    { kind: 'action', label: 'Open in Response', onSelect: () => responseShown(runId, callIndex) },
  ];
}

function editEntries(
  row: VariableRow,
  onEdit: ((row: VariableRow) => void) | undefined,
): readonly MenuEntry[] {
  if (onEdit === undefined || (row.kind !== 'variable' && row.kind !== 'value')) return [];
  const refusal = editRefusal(row);
  return [
    {
      kind: 'action',
      label: 'Edit the value…',
      icon: 'rename',
      keys: 'F2',
      disabledReason: refusal ?? undefined,
      onSelect: () => onEdit(row),
    },
    { kind: 'separator' },
  ];
}
