import { bridge } from '../../bridge/bridge.ts';
import { callPicked } from '../../store/runs-store.ts';
import { toasts } from '../../store/toasts.ts';
import { panelTabShown } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
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
export function rowEntries(row: VariableRow, runId: string | undefined): readonly MenuEntry[] {
  if (row.kind === 'section') return [];
  const copies = rowCopies(row).map((copy): MenuEntry => ({
    kind: 'action',
    label: copy.label,
    icon: copy.id === 'expression' ? 'copy' : undefined,
    keys: copy.keys,
    disabledReason: copy.text === null ? copy.missing : undefined,
    onSelect: () => void copied(copy),
  }));
  const callIndex = row.variable?.callIndex ?? null;
  if (callIndex === null || runId === undefined) return copies;
  return [
    ...copies,
    { kind: 'separator' },
    { kind: 'action', label: 'Open in Response', onSelect: () => responseShown(runId, callIndex) },
  ];
}
