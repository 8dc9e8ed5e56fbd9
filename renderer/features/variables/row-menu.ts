import { bridge } from '../../bridge/bridge.ts';
import { callPicked } from '../../store/runs-store.ts';
import { toasts } from '../../store/toasts.ts';
import { panelTabShown } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { editRefusal } from './row-edit.ts';
import { rowCopies, type RowCopy } from './row-copies.ts';
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

/** The menu of a row. */
export function rowEntries(
  row: VariableRow,
  runId: string | undefined,
  onEdit: ((row: VariableRow) => void) | undefined,
): readonly MenuEntry[] {
  if (row.kind === 'section') return [];
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
