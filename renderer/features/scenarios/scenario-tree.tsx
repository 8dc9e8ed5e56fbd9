import { useEffect } from 'react';
import type { DocumentId } from '#shared/workspace/document.ts';
import { documentRenamed } from '../../store/document-actions.ts';
import { itemsRemovalWanted } from '../../store/library-removal.ts';
import { renamingEnded, renamingStarted, useRenaming } from '../../store/renaming-store.ts';
import { activeDocumentId, documentOpened, foldersFolded, useView } from '../../store/view-store.ts';
import { EditableTree, type EditableTreeItem } from '../../ui/list/editable-tree.tsx';
import type { ScenarioGroup } from './scenario-groups.ts';
import { menuOfFlow, menuOfScenarios } from './scenario-menu.ts';
import styles from './scenario-list.module.css';

interface ScenarioTreeProps {
  /** What is shown. */
  readonly groups: readonly ScenarioGroup[];
  readonly all: readonly ScenarioGroup[];
  /** Whether something is typed that narrows the list; then nothing is folded. */
  readonly isNarrowed: boolean;
  readonly onWiden: () => void;
}

/** Flows with their scenarios. */
export function ScenarioTree({ all, groups, isNarrowed, onWiden }: ScenarioTreeProps) {
  const activeId = useView(activeDocumentId);
  const folded = useView((state) => state.foldedFolders);
  const renamingId = useRenaming();
  const renamed = all.find(({ scenarios }) => scenarios.some(({ id }) => id === renamingId));
  const active = all.find(({ scenarios }) => scenarios.some(({ id }) => id === activeId));
  useUnfolded(active);
  useUnfolded(renamed);
  // A row that is being renamed has to be seen.
  if (isNarrowed && renamed !== undefined && !isIn(groups, renamingId)) onWiden();
  const isFlow = (id: string) => all.some(({ flowId }) => flowId === id);
  const scenariosOf = (ids: readonly string[]) =>
    all.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)).filter((id) => ids.includes(id));
  const removed = (ids: readonly string[]) => {
    const wanted = scenariosOf(ids);
    if (wanted.length > 0) void itemsRemovalWanted(wanted);
  };
  return (
    <div className={styles.rows}>
      {groups.length === 0 && <p className={styles.none}>Nothing here is called that.</p>}
      <EditableTree
        label="Scenarios"
        nodes={groups.map(itemOf)}
        currentId={activeId}
        onOpen={documentOpened}
        isExpanded={(flowId) => isNarrowed || !folded.includes(foldedName(flowId))}
        onToggle={(flowId, expanded) => foldersFolded([foldedName(flowId)], !expanded)}
        menu={(ids, asked) =>
          isFlow(asked) && ids.length === 1
            ? menuOfFlow(groups.find(({ flowId }) => flowId === asked))
            : menuOfScenarios(scenariosOf(ids))
        }
        onRenameAsked={(id) => {
          if (!isFlow(id)) renamingStarted(id);
        }}
        onDelete={removed}
        renaming={
          renamingId === null
            ? undefined
            : {
                id: renamingId,
                onRename: (name) => {
                  renamingEnded();
                  documentRenamed(renamingId as DocumentId, name);
                },
                onCancel: renamingEnded,
              }
        }
        onDragStart={() => undefined}
        canMove={() => false}
        onMove={() => undefined}
      />
    </div>
  );
}

/** A flow is folded here without being folded anywhere else. */
const foldedName = (flowId: string): string => `scenarios/${flowId}`;

function itemOf({ flowId, flowName, scenarios }: ScenarioGroup): EditableTreeItem {
  return {
    id: flowId,
    label: flowName ?? 'A flow that is gone',
    icon: 'flow',
    isFolder: true,
    children: scenarios.map(({ id, name }) => ({ id, label: name, icon: 'scenario' as const })),
  };
}

/** What comes into view elsewhere is shown here, too. */
function useUnfolded(group: ScenarioGroup | undefined): void {
  const flowId = group?.flowId ?? null;
  useEffect(() => {
    if (flowId !== null) foldersFolded([foldedName(flowId)], false);
  }, [flowId]);
}

function isIn(groups: readonly ScenarioGroup[], id: string | null): boolean {
  return groups.some(({ scenarios }) => scenarios.some((each) => each.id === id));
}
