import { useState, type DragEvent, type ReactNode } from 'react';
import { commandKeys } from '#shared/commands/command-keys.ts';
import type { DocumentId, ListedKind } from '#shared/workspace/document.ts';
import { documentRenamed, duplicateWanted, removalWanted } from '../../store/document-actions.ts';
import { renamingEnded, renamingStarted, useRenaming } from '../../store/renaming-store.ts';
import type { DocumentHead } from '../../store/documents-of.ts';
import { activeDocumentId, documentOpened, useView } from '../../store/view-store.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { List } from '../../ui/list/list.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import styles from './side-bar.module.css';

interface DocumentListProps {
  readonly kind: ListedKind;
  readonly title: string;
  readonly documents: readonly DocumentHead[];
  /** What stands at the right end of a row. */
  readonly mark: (id: string) => ReactNode;
  /** What else can be done with all of them, before the button that makes one. */
  readonly tools?: ReactNode;
  /** Fills what a row carries while it is dragged; without it rows cannot be. */
  readonly onDragStart?: (event: DragEvent<HTMLElement>, id: string) => void;
  /** What can be done with a document besides what can be done with any. */
  readonly more?: (id: string) => readonly MenuEntry[];
  /** What this kind of document is for, where there is none yet. */
  readonly empty: string;
}

const newCommands = { flow: 'flow.new', endpoint: 'endpoint.new', environment: 'environment.new' } as const;
const newLabels = { flow: 'New flow', endpoint: 'New API endpoint', environment: 'New environment' } as const;

/** The documents of one kind: filter, open, make, rename, duplicate and delete them. */
export function DocumentList(props: DocumentListProps) {
  const { kind, title, documents, mark, tools, more, empty } = props;
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
    <div className={styles.documents}>
      <PanelHead
        title={title}
        tools={
          <>
            {/* Of nothing there is nothing to do with; an empty list offers to begin one. */}
            {documents.length > 0 && tools}
            <IconButton
              icon="plus"
              label={newLabels[kind]}
              keys={commandKeys(newCommands[kind])}
              onClick={() => commandInvoked(newCommands[kind])}
            />
          </>
        }
      />
      {documents.length === 0 ? (
        <EmptyState
          icon={kind}
          title={`No ${title === 'API Endpoints' ? title : title.toLowerCase()} yet`}
          action={<Button onClick={() => commandInvoked(newCommands[kind])}>{newLabels[kind]}</Button>}
        >
          {empty}
        </EmptyState>
      ) : (
        <>
          <SearchBox
            className={styles.filter}
            label={`Filter ${title}`}
            value={filter}
            onChange={setFilter}
          />
          <div className={styles.rows}>
            {shown.length === 0 && <p className={styles.none}>Nothing here is called that.</p>}
            <List
              label={title}
              items={shown.map(({ id, name }) => ({ id, label: name, icon: kind, meta: mark(id) }))}
              selectedId={activeId}
              onSelect={documentOpened}
              menu={({ id }) => menuOf(id, withId, more?.(id) ?? [])}
              onDragStart={props.onDragStart}
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
      )}
    </div>
  );
}

function menuOf(
  id: string,
  withId: (id: string, act: (known: DocumentId) => unknown) => void,
  more: readonly MenuEntry[],
): readonly MenuEntry[] {
  return [
    { kind: 'action', label: 'Open', icon: 'external', onSelect: () => documentOpened(id) },
    ...more,
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
