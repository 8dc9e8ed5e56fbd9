import type { DragEvent, ReactNode } from 'react';
import type { ListedKind } from '#shared/workspace/document.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { isWithin } from '#shared/workspace/folder-path.ts';
import { DocumentTree } from '../../features/library/document-tree.tsx';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import type { DocumentHead } from '../../store/documents-of.ts';
import { folderWanted } from '../../store/library-actions.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { PlainDocuments } from './plain-documents.tsx';
import styles from './side-bar.module.css';

interface DocumentListProps {
  readonly kind: ListedKind;
  readonly title: string;
  readonly documents: readonly DocumentHead[];
  /** What stands at the right end of a row. */
  readonly mark: (id: string) => ReactNode;
  /** What else can be done with all of them, before the button that makes one. */
  readonly tools?: ReactNode;
  /** Fills what a row of flows or endpoints carries while it is dragged elsewhere. */
  readonly onDragStart?: (event: DragEvent, id: string) => void;
  /** What can be done with a flow or an endpoint besides what can be done with any document. */
  readonly more?: (id: string) => readonly MenuEntry[];
  /** What this kind of document is for, where there is none yet. */
  readonly empty: string;
}

const newCommands = { flow: 'flow.new', endpoint: 'endpoint.new', environment: 'environment.new' } as const;
const newLabels = { flow: 'New flow', endpoint: 'New API endpoint', environment: 'New environment' } as const;

/** The documents of one kind: filter, open, make, rename, move, duplicate and delete them. */
export function DocumentList(props: DocumentListProps) {
  const { kind, title, documents, mark, tools, empty } = props;
  const keysOf = useCommandKeys();
  const hasFolders = useDocuments(({ folders }) =>
    folders.some((folder) => isWithin(folder, documentFolders[kind])),
  );
  return (
    <div className={styles.documents}>
      <PanelHead
        title={title}
        tools={
          <>
            {/* Of nothing there is nothing to do with; an empty list offers to begin one. */}
            {documents.length > 0 && tools}
            {kind !== 'environment' && (
              <IconButton
                icon="folder"
                label={`New folder in ${title}`}
                onClick={() => void folderWanted(documentFolders[kind])}
              />
            )}
            <IconButton
              icon="plus"
              label={newLabels[kind]}
              keys={keysOf(newCommands[kind])}
              onClick={() => commandInvoked(newCommands[kind])}
            />
          </>
        }
      />
      {documents.length === 0 && !hasFolders ? (
        <EmptyState
          icon={kind}
          title={`No ${title === 'API Endpoints' ? title : title.toLowerCase()} yet`}
          action={<Button onClick={() => commandInvoked(newCommands[kind])}>{newLabels[kind]}</Button>}
        >
          {empty}
        </EmptyState>
      ) : kind === 'environment' ? (
        <PlainDocuments kind={kind} title={title} documents={documents} mark={mark} />
      ) : (
        <DocumentTree
          kind={kind}
          title={title}
          documents={documents}
          mark={mark}
          onDragStart={props.onDragStart}
          more={props.more}
        />
      )}
    </div>
  );
}
