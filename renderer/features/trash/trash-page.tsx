import { useEffect } from 'react';
import { daysLeft, type TrashedDocument } from '#shared/workspace/trashed-document.ts';
import {
  goodbyeAsked,
  restoreWanted,
  trashedPicked,
  trashWanted,
  useTrash,
} from '../../store/trash-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { WholePage } from '../../ui/layout/whole-page.tsx';
import { List } from '../../ui/list/list.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { ago } from '../../ui/status/ago.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { TrashedPreview } from './trashed-preview.tsx';
import { daysWords } from './days-words.ts';
import styles from './trash.module.css';

/** Deleted documents: what they were, what is in them, how long they stay; brought back or deleted for good. */
export function TrashPage() {
  const documents = useTrash((state) => state.documents);
  const known = useDocuments((state) => Object.keys(state.documents).length);
  // What comes and goes in the workspace may have come from here, or gone to here.
  useEffect(() => void trashWanted(), [known]);
  return (
    <WholePage
      title="Trash"
      tools={
        documents !== null &&
        documents.length > 0 && (
          <Button icon="trash" onClick={() => goodbyeAsked('all')}>
            Empty the trash
          </Button>
        )
      }
    >
      {documents?.length === 0 && (
        <EmptyState icon="trash" title="The trash is empty">
          What you delete waits here for 30 days, with its secrets, and can be brought back.
        </EmptyState>
      )}
      {documents !== null && documents.length > 0 && <Deleted documents={documents} />}
    </WholePage>
  );
}

function Deleted({ documents }: { readonly documents: readonly TrashedDocument[] }) {
  const nowMs = useMinute();
  const selectedKey = useTrash((state) => state.selectedKey);
  const selected = documents.find(({ key }) => key === selectedKey);
  const withKey = (key: string, act: (document: TrashedDocument) => void) => {
    const document = documents.find((each) => each.key === key);
    if (document !== undefined) act(document);
  };
  return (
    <div className={styles.parts}>
      <div className={styles.list}>
        <List
          label="Deleted documents"
          items={documents.map((document) => ({
            id: document.key,
            label: document.name,
            icon: document.kind ?? 'file',
            meta: (
              <span className={styles.meta}>
                {ago(document.removedAt, nowMs)}
                <span className={styles.days}>{daysWords(daysLeft(document, nowMs))}</span>
              </span>
            ),
          }))}
          selectedId={selectedKey}
          onSelect={(key) => void trashedPicked(key)}
          onDelete={(key) => withKey(key, goodbyeAsked)}
          menu={({ id }) => menuOf(documents.find(({ key }) => key === id))}
        />
      </div>
      {selected !== undefined && <TrashedPreview document={selected} nowMs={nowMs} />}
    </div>
  );
}

function menuOf(document: TrashedDocument | undefined): readonly MenuEntry[] {
  if (document === undefined) return [];
  return [
    { kind: 'action', label: 'Restore', icon: 'undo', onSelect: () => void restoreWanted(document) },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Delete for good…',
      icon: 'trash',
      keys: 'Delete',
      danger: true,
      onSelect: () => goodbyeAsked(document),
    },
  ];
}
