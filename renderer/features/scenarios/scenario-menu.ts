import type { DocumentId } from '#shared/workspace/document.ts';
import { duplicateWanted } from '../../store/document-actions.ts';
import { itemsRemovalWanted } from '../../store/library-removal.ts';
import { renamingStarted } from '../../store/renaming-store.ts';
import { scenarioWanted } from '../../store/scenario-actions.ts';
import { documentOpened, documentOpenedBeside } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import type { ScenarioGroup } from './scenario-groups.ts';

/** What can be done with a flow among its scenarios; nothing with one that is gone. */
export function menuOfFlow(group: ScenarioGroup | undefined): readonly MenuEntry[] {
  if (group === undefined || group.flowName === null) return [];
  const { flowId } = group;
  return [
    { kind: 'action', label: 'New scenario', icon: 'plus', onSelect: () => scenarioWanted(flowId) },
    { kind: 'action', label: 'Open the flow', icon: 'flow', onSelect: () => documentOpened(flowId) },
  ];
}

/** What can be done with a scenario, or with several that were chosen. */
export function menuOfScenarios(ids: readonly DocumentId[]): readonly MenuEntry[] {
  const [id, ...others] = ids;
  if (id === undefined) return [];
  if (others.length > 0) return [deletion(ids, `Delete ${String(ids.length)} scenarios`)];
  return [
    { kind: 'action', label: 'Open', icon: 'external', onSelect: () => documentOpened(id) },
    {
      kind: 'action',
      label: 'Open to the side',
      icon: 'panel-right',
      onSelect: () => documentOpenedBeside(id),
    },
    { kind: 'action', label: 'Rename', icon: 'rename', keys: 'F2', onSelect: () => renamingStarted(id) },
    { kind: 'action', label: 'Duplicate', icon: 'duplicate', onSelect: () => void duplicateWanted(id) },
    { kind: 'separator' },
    deletion([id], 'Delete'),
  ];
}

const deletion = (ids: readonly DocumentId[], label: string): MenuEntry => ({
  kind: 'action',
  label,
  icon: 'trash',
  keys: 'Delete',
  danger: true,
  onSelect: () => void itemsRemovalWanted(ids),
});
