import type { VariablePlace } from '#shared/flow/flow-variables.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import styles from './variable-places.module.css';

interface VariablePlacesProps {
  readonly flowId: string;
  /** "order is set", "order is used". */
  readonly what: string;
  readonly places: readonly VariablePlace[];
  /** The word for no place, and the sentence that says why that is worth a look. */
  readonly none: { readonly word: string; readonly sentence: string };
  /** Shows the name of the first place instead of the number of all. */
  readonly named?: boolean | undefined;
  readonly tabIndex: number;
}

/** Where a variable is set or used: a link to the one place, or a menu of many. */
export function VariablePlaces({ flowId, what, places, none, named = false, tabIndex }: VariablePlacesProps) {
  const [first, ...others] = places;
  if (first === undefined) {
    return (
      <span className={styles.trouble} title={none.sentence}>
        <Icon name="warning" size={12} />
        {none.word}
      </span>
    );
  }
  const words = named
    ? others.length === 0
      ? first.name
      : `${first.name} +${String(others.length)}`
    : places.length;
  if (named && others.length === 0) {
    return (
      <button
        type="button"
        className={styles.place}
        tabIndex={tabIndex}
        aria-label={`${what} in ${placeWords(first)}`}
        onClick={() => placeShown(flowId, first)}
      >
        {words}
      </button>
    );
  }
  const label = `${what} in ${String(places.length)} place${others.length === 0 ? '' : 's'}`;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.place} tabIndex={tabIndex} aria-label={label} title={label}>
          {words}
        </button>
      }
      entries={places.map((place): MenuEntry => ({
        kind: 'action',
        label: placeWords(place),
        icon: place.kind === 'endpoint' ? 'endpoint' : undefined,
        onSelect: () => placeShown(flowId, place),
      }))}
    />
  );
}

function placeWords({ name, field }: VariablePlace): string {
  return field === null ? name : `${name} · ${field}`;
}

/** Shows a node of the flow, or an endpoint. */
export function placeShown(flowId: string, { id, kind }: VariablePlace): void {
  if (kind === 'endpoint') documentOpened(id);
  else nodePicked(flowId, id);
}
