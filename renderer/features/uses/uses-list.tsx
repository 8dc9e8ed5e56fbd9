import { useMemo, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { VariableUse } from '#shared/flow/variable-uses.ts';
import { Button } from '../../ui/button/button.tsx';
import { useTypedPick } from '../../ui/list/use-typed-pick.ts';
import { UseRow } from './use-row.tsx';
import { usesTitle, usesToShow } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

interface UsesListProps {
  readonly flow: Flow;
  readonly name: string | null;
  readonly onPick: (use: VariableUse) => void;
  readonly onRename: (() => void) | undefined;
}

/** Uses in rows, answered by typing, arrows and Enter, or by a click. */
export function UsesList({ flow, name, onPick, onRename }: UsesListProps) {
  const list = useTypedPick('uses-list');
  const shown = useMemo(() => usesToShow(flow, name, list.typed), [flow, name, list.typed]);
  const at = list.pickedOf(shown.length);
  const title = usesTitle(name);

  const field = list.fieldOver(shown.length, (index) => {
    const use = shown[index];
    if (use !== undefined) onPick(use);
  });
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'F2') {
      field.onKeyDown(event);
      return;
    }
    onRename?.();
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.head}>
        <input
          {...field}
          autoFocus
          aria-label={title}
          placeholder={title}
          spellCheck={false}
          className={styles.input}
          onKeyDown={pressed}
        />
        <span className={styles.count} role="status">
          {shown.length === 1 ? '1 use' : `${String(shown.length)} uses`}
        </span>
        {onRename !== undefined && (
          <Button size="s" keys="F2" onClick={onRename}>
            Rename…
          </Button>
        )}
      </div>
      <div id="uses-list" role="listbox" aria-label={title} className={styles.list}>
        {shown.length === 0 && <p className={styles.none}>Nothing here sets or reads that.</p>}
        {shown.map((use, index) => (
          <UseRow
            key={`${use.nodeId} ${use.tab ?? ''} ${use.field} ${String(use.row?.number)} ${use.row?.cell ?? ''} ${String(use.start)}`}
            id={list.rowId(index)}
            use={use}
            kind={flow.nodes.find((node) => node.id === use.nodeId)?.kind ?? 'message'}
            picked={index === at}
            onChoose={() => onPick(use)}
            onPoint={() => list.setPicked(index)}
          />
        ))}
      </div>
    </>
  );
}
