import { useState, type ReactNode } from 'react';
import type { DocumentId, ListedKind } from '#shared/workspace/document.ts';
import { documentRenamed, duplicateWanted } from '../../store/document-actions.ts';
import { removalWanted } from '../../store/document-removal.ts';
import type { DocumentHead } from '../../store/documents-of.ts';
import { renamingEnded, renamingStarted, useRenaming } from '../../store/renaming-store.ts';
import { activeDocumentId, documentOpened, documentOpenedBeside, useView } from '../../store/view-store.ts';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { List } from '../../ui/list/list.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import styles from './side-bar.module.css';

interface PlainDocumentsProps {
  readonly kind: ListedKind;
  readonly title: string;
  readonly documents: readonly DocumentHead[];
  readonly mark: (id: string) => ReactNode;
}

/** Documents that nobody sorts into folders, by name. */
export function PlainDocuments({ kind, title, documents, mark }: PlainDocumentsProps) {
  const [filter, setFilter] = useState('');
  const activeId = useView(activeDocumentId);
  const renamingId = useRenaming();
  const fits = ({ name }: DocumentHead) => name.toLowerCase().includes(filter.trim().toLowerCase());
  const shown = documents.filter(fits);
  // A row that is being renamed has to be seen.
  if (documents.some((each) => each.id === renamingId && !fits(each))) setFilter('');
  const byId = (id: string) => documents.find((document) => document.id === id)?.id;
  const withId = (id: string, act: (known: DocumentId) => unknown) => {
    const known = byId(id);
    if (known !== undefined) act(known);
  };
  return (
    <>
      <SearchBox className={styles.filter} label={`Filter ${title}`} value={filter} onChange={setFilter} />
      <div className={styles.rows}>
        {shown.length === 0 && <p className={styles.none}>Nothing here is called that.</p>}
        <List
          label={title}
          items={shown.map(({ id, name }) => ({ id, label: name, icon: kind, meta: mark(id) }))}
          selectedId={activeId}
          onSelect={documentOpened}
          menu={({ id }) => menuOf(id, withId)}
          onRenameAsked={renamingStarted}
          onDelete={(id) => withId(id, (known) => void removalWanted(known))}
          renaming={
            renamingId === null
              ? undefined
              : {
                  id: renamingId,
                  onRename: (name) => {
                    withId(renamingId, (known) => documentRenamed(known, name));
                    renamingEnded();
                  },
                  onCancel: renamingEnded,
                }
          }
        />
      </div>
    </>
  );
}

function menuOf(
  id: string,
  withId: (id: string, act: (known: DocumentId) => unknown) => void,
): readonly MenuEntry[] {
  return [
    { kind: 'action', label: 'Open', icon: 'external', onSelect: () => documentOpened(id) },
    {
      kind: 'action',
      label: 'Open to the side',
      icon: 'panel-right',
      onSelect: () => documentOpenedBeside(id),
    },
    { kind: 'action', label: 'Rename', icon: 'rename', keys: 'F2', onSelect: () => renamingStarted(id) },
    {
      kind: 'action',
      label: 'Duplicate',
      icon: 'duplicate',
      onSelect: () => withId(id, (known) => void duplicateWanted(known)),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Delete',
      icon: 'trash',
      keys: 'Delete',
      danger: true,
      onSelect: () => withId(id, (known) => void removalWanted(known)),
    },
  ];
}
