import { Icon } from '../icon/icon.tsx';
import type { TreeRow } from './tree-rows.ts';

interface TreeFoldProps {
  readonly row: Pick<TreeRow, 'item' | 'expanded'>;
  readonly className: string | undefined;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

/** What folds a row of a tree for the pointer; keys fold the row itself. Empty where there is nothing to fold. */
export function TreeFold({ row: { item, expanded }, className, onToggle }: TreeFoldProps) {
  return (
    <span
      className={className}
      aria-hidden
      onClick={(event) => {
        if (expanded === null) return;
        event.stopPropagation();
        onToggle(item.id, !expanded);
      }}
    >
      {expanded !== null && <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />}
    </span>
  );
}
