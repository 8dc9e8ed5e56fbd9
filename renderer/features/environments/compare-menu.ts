import type { ComparedName } from '#shared/environment/compare-environments.ts';
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import { nameDeleted, secretAdded, valueRemoved } from '../../store/compare-actions.ts';
import { valueKeptSecret, valueMadeVisible } from '../../store/environment-actions.ts';
import { documentOpened } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

interface MenuPlace {
  readonly named: ComparedName;
  /** `undefined` in the column of names. */
  readonly environment: Environment | undefined;
  readonly column: number;
}

/** What can be done with a cell, by right click and by Shift+F10. */
export function cellEntries(place: MenuPlace, onEdit: () => void): readonly MenuEntry[] {
  const { environment, named } = place;
  const deleting: MenuEntry = {
    kind: 'action',
    label: `Delete ${named.name} everywhere`,
    icon: 'trash',
    danger: true,
    ...(environment === undefined ? { keys: 'Delete' } : {}),
    onSelect: () => nameDeleted(named.name),
  };
  if (environment === undefined) {
    return [
      { kind: 'action', label: 'Rename everywhere', icon: 'rename', keys: 'F2', onSelect: onEdit },
      { kind: 'separator' },
      deleting,
    ];
  }
  return [
    { kind: 'action', label: 'Edit', icon: 'rename', keys: 'Enter', onSelect: onEdit },
    ...valueEntries(place, environment),
    { kind: 'separator' },
    {
      kind: 'action',
      label: `Open ${environment.name}`,
      icon: 'external',
      onSelect: () => documentOpened(environment.id),
    },
    deleting,
  ];
}

function valueEntries({ column, named }: MenuPlace, { id }: Environment): readonly MenuEntry[] {
  const cell = named.cells[column - 1];
  if (cell?.kind !== 'own') {
    return [
      {
        kind: 'action',
        label: 'Keep a secret here',
        icon: 'lock',
        onSelect: () => secretAdded(id, named.name),
      },
    ];
  }
  return [
    isSecretValue(cell.value)
      ? {
          kind: 'action',
          label: 'Make visible',
          icon: 'lock-open',
          onSelect: () => valueMadeVisible(id, cell.at),
        }
      : {
          kind: 'action',
          label: 'Keep secret',
          icon: 'lock',
          onSelect: () => void valueKeptSecret(id, cell.at),
        },
    {
      kind: 'action',
      label: cell.overrides ? 'Use the default' : 'Remove here',
      icon: 'reset',
      keys: 'Delete',
      onSelect: () => valueRemoved(id, named.name),
    },
  ];
}
