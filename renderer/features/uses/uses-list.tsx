import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { VariableUse } from '#shared/flow/variable-uses.ts';
import { Button } from '../../ui/button/button.tsx';
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
  const [input, setInput] = useState('');
  const [picked, setPicked] = useState(0);
  const shown = useMemo(() => usesToShow(flow, name, input), [flow, name, input]);
  const at = Math.min(picked, shown.length - 1);
  const title = usesTitle(name);

  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const use = shown[at];
    if (step !== 0 && shown.length > 0) setPicked((at + step + shown.length) % shown.length);
    else if (event.key === 'F2') onRename?.();
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && use !== undefined) onPick(use);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.head}>
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="uses-list"
          aria-activedescendant={at >= 0 ? `use-${String(at)}` : undefined}
          aria-label={title}
          placeholder={title}
          spellCheck={false}
          className={styles.input}
          value={input}
          onChange={(event) => {
            setInput(event.target.value);
            setPicked(0);
          }}
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
            id={`use-${String(index)}`}
            use={use}
            kind={flow.nodes.find((node) => node.id === use.nodeId)?.kind ?? 'message'}
            picked={index === at}
            onChoose={() => onPick(use)}
            onPoint={() => setPicked(index)}
          />
        ))}
      </div>
    </>
  );
}
