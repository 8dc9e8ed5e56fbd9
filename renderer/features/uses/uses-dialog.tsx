import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { useCommands } from '../../store/command-registry.ts';
import { useFlow } from '../../store/use-documents.ts';
import { usesAsked, usesClosed, useUsesRequest } from '../../store/uses-store.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { InPopupLayer } from '../../ui/overlay/popup-layer.tsx';
import { fieldOfPlace } from '../../store/field-of-place.ts';
import { fieldShown } from '../../store/problem-actions.ts';
import { placePicked } from '../../store/place-picked.ts';
import { RenameForm } from './rename-form.tsx';
import { UsesList } from './uses-list.tsx';
import { isInScenario, type Use, usesTitle } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

/** Where a flow and its scenarios have a variable, or all of its variables; from here a variable can be renamed, too. */
export function UsesDialog() {
  const request = useUsesRequest();
  const flow = useFlow(request?.flowId ?? null);
  const activeFlow = useFlow(useView(activeDocumentId));
  const picked = useRef<Use | null>(null);
  useCommands({
    'variable.uses': activeFlow === undefined ? null : () => usesAsked(activeFlow.id, null),
  });
  const name = request?.name ?? null;
  const open = request !== null && flow !== undefined;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || usesClosed()}>
      <InPopupLayer portal={Dialog.Portal}>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.box}
          aria-label={usesTitle(name)}
          // What was picked has the focus afterwards; without a pick whatever had it before.
          finalFocus={() => {
            const use = picked.current;
            picked.current = null;
            if (use === null) return true;
            // The form of a scenario gives its field the focus as soon as it is there.
            return isInScenario(use) ? false : (fieldOfPlace(use) ?? true);
          }}
        >
          {open && (
            <UsesOrRename
              key={name}
              flow={flow}
              name={name}
              onPick={(use) => {
                picked.current = use;
                usesClosed();
                if (isInScenario(use)) fieldShown(use.scenario.id, null, { ...use.place, range: null });
                else placePicked(flow.id, use);
              }}
            />
          )}
        </Dialog.Popup>
      </InPopupLayer>
    </Dialog.Root>
  );
}

interface UsesOrRenameProps {
  readonly flow: Flow;
  readonly name: string | null;
  readonly onPick: (use: Use) => void;
}

function UsesOrRename({ flow, name, onPick }: UsesOrRenameProps) {
  const [renaming, setRenaming] = useState(false);
  if (renaming && name !== null) return <RenameForm flowId={flow.id} name={name} onDone={usesClosed} />;
  return (
    <UsesList
      flow={flow}
      name={name}
      onPick={onPick}
      onRename={name === null ? undefined : () => setRenaming(true)}
    />
  );
}
