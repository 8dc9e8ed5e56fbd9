import { useMemo, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeKind } from '#shared/nodes/node.ts';
import { useScenarios } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { useTypedPick } from '../../ui/list/use-typed-pick.ts';
import { UseRow } from './use-row.tsx';
import { isInScenario, type Use, usesOf, usesTitle, usesToShow } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

interface UsesListProps {
  readonly flow: Flow;
  readonly name: string | null;
  readonly onPick: (use: Use) => void;
  readonly onRename: (() => void) | undefined;
}

/** Uses in rows, answered by typing, arrows and Enter, or by a click. */
export function UsesList({ flow, name, onPick, onRename }: UsesListProps) {
  const list = useTypedPick('uses-list');
  const scenarios = useScenarios();
  const uses = useMemo(() => usesOf(flow, scenarios, name), [flow, scenarios, name]);
  const shown = useMemo(() => usesToShow(uses, list.typed), [uses, list.typed]);
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
        {shown.length === 0 && <p className={styles.none}>Nothing here has that.</p>}
        {shown.map((use, index) => (
          <UseRow
            key={keyOf(use)}
            id={list.rowId(index)}
            use={use}
            icon={iconOf(flow, use)}
            picked={index === at}
            onChoose={() => onPick(use)}
            onPoint={() => list.setPicked(index)}
          />
        ))}
      </div>
    </>
  );
}

function keyOf(use: Use): string {
  const { field, row } = isInScenario(use) ? use.place : use;
  const [holder, start] = isInScenario(use)
    ? [use.scenario.id, 0]
    : [`${use.nodeId} ${use.tab ?? ''}`, use.start];
  return `${holder} ${field} ${String(row?.number)} ${row?.cell ?? ''} ${String(start)}`;
}

function iconOf({ nodes }: Flow, use: Use): NodeKind | 'scenario' {
  return isInScenario(use) ? 'scenario' : (nodes.find(({ id }) => id === use.nodeId)?.kind ?? 'message');
}
