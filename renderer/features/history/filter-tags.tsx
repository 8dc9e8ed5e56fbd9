import { historyFiltered, useHistory } from '../../store/history-store.ts';
import { TagChip } from '../../ui/status/tag-chip.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { filterTags } from './filter-entries.ts';
import styles from './history.module.css';

/** What the list is narrowed by, and how much of it is left; nothing where all of it shows. */
export function FilterTags({ found }: { readonly found: number }) {
  const filter = useHistory((state) => state.filter);
  const runs = useHistory((state) => state.runs);
  const tags = filterTags(filter, runs, useMinute());
  if (tags.length === 0 && filter.text.trim() === '') return null;
  return (
    <div className={styles.tags}>
      {tags.map(({ word, without }) => (
        <TagChip key={word} words onRemove={() => historyFiltered(without)}>
          {word}
        </TagChip>
      ))}
      <span role="status" className={styles.found}>
        {found} of {runs.length}
      </span>
    </div>
  );
}
