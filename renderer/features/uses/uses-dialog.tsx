import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { VariableUse } from '#shared/flow/variable-uses.ts';
import { useCommands } from '../../store/command-registry.ts';
import { useFlow } from '../../store/use-documents.ts';
import { usesAsked, usesClosed, useUsesRequest, type UsesRequest } from '../../store/uses-store.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { InPopupLayer } from '../../ui/overlay/popup-layer.tsx';
import { fieldOfUse } from './field-of-use.ts';
import { variableUsePicked } from './variable-use-picked.ts';
import { UseRow } from './use-row.tsx';
import { usesTitle, usesToShow } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

/** Where a flow sets and reads a variable, or all of its variables: a list that is answered by typing, arrows and Enter. */
export function UsesDialog() {
  const request = useUsesRequest();
  const flow = useFlow(request?.flowId ?? null);
  const activeFlow = useFlow(useView(activeDocumentId));
  const chosen = useRef<VariableUse | null>(null);
  useCommands({
    'variable.uses': activeFlow === undefined ? null : () => usesAsked(activeFlow.id, null),
  });
  const open = request !== null && flow !== undefined;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || usesClosed()}>
      <InPopupLayer portal={Dialog.Portal}>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.box}
          aria-label={usesTitle(request?.name ?? null)}
          finalFocus={() => (chosen.current === null ? null : fieldOfUse(chosen.current))}
        >
          {open && (
            <Uses
              key={request.name}
              request={request}
              flow={flow}
              onChoose={(use) => {
                chosen.current = use;
                usesClosed();
                if (use !== null) variableUsePicked(flow.id, use);
              }}
            />
          )}
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

interface UsesProps {
  readonly request: UsesRequest;
  readonly flow: Flow;
  readonly onChoose: (use: VariableUse | null) => void;
}

function Uses({ request, flow, onChoose }: UsesProps) {
  const [input, setInput] = useState('');
  const [picked, setPicked] = useState(0);
  const shown = useMemo(() => usesToShow(flow, request.name, input), [flow, request.name, input]);
  const at = Math.min(picked, shown.length - 1);
  const title = usesTitle(request.name);

  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) setPicked((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChoose(shown[at] ?? null);
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
      </div>
      <div id="uses-list" role="listbox" aria-label={title} className={styles.list}>
        {shown.length === 0 && <p className={styles.none}>Nothing here sets or reads that.</p>}
        {shown.map((use, index) => (
          <UseRow
            key={`${use.nodeId} ${use.field} ${String(use.row?.number)} ${use.row?.cell ?? ''} ${String(use.start)}`}
            id={`use-${String(index)}`}
            use={use}
            kind={flow.nodes.find((node) => node.id === use.nodeId)?.kind ?? 'message'}
            picked={index === at}
            onChoose={() => onChoose(use)}
            onPoint={() => setPicked(index)}
          />
        ))}
      </div>
    </>
  );
}
