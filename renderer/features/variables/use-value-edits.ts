import { useCallback, useState } from 'react';
import { variableEdited } from '../../store/debug-actions.ts';
import { editedText, editRefusal, isEditedInPlace } from './row-edit.ts';
import { valueAsked } from './variable-dialog-store.ts';
import type { VariableRow } from './variable-rows.ts';

/**
 * Which value of a paused run is being edited, and what becomes of what was written.
 *
 * @param flowId the flow whose run stands still; with `null` nothing can be edited
 */
export function useValueEdits(flowId: string | null, rowFocused: (id: string) => void) {
  const [editingId, setEditingId] = useState<string | null>(null);
  const edit = useCallback(
    (row: VariableRow) => {
      if (flowId === null || editRefusal(row) !== null) return;
      if (isEditedInPlace(row)) setEditingId(row.id);
      else valueAsked({ flowId, path: row.path, text: editedText(row) });
    },
    [flowId],
  );
  const onEdited = useCallback(
    (row: VariableRow, text: string | null, byKey: boolean) => {
      setEditingId(null);
      if (byKey) rowFocused(row.id);
      if (flowId !== null && text !== null) void variableEdited(flowId, { path: row.path, text });
    },
    [flowId, rowFocused],
  );
  return { editingId, onEdit: flowId === null ? undefined : edit, onEdited };
}
