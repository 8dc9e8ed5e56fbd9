import { deletionWanted, historyFiltered, limitsAsked, useHistory } from '../../store/history-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { filterEntries, filterTags } from './filter-entries.ts';

/** What can be done with the list as a whole. */
export function HistoryTools() {
  const runs = useHistory((state) => state.runs);
  const filter = useHistory((state) => state.filter);
  const nowMs = useMinute();
  const isNarrowed = filterTags(filter, runs, nowMs).length > 0;
  const unpinned = runs.some(({ outcome, pinned }) => !pinned && outcome !== 'running');
  return (
    <>
      <Menu
        align="end"
        entries={filterEntries(runs, filter, nowMs, historyFiltered)}
        trigger={<IconButton icon="filter" label="Filter by…" pressed={isNarrowed} />}
      />
      <Menu
        align="end"
        entries={[
          { kind: 'action', label: 'Keep…', icon: 'settings', onSelect: () => limitsAsked(true) },
          { kind: 'separator' },
          {
            kind: 'action',
            label: 'Delete all that are not pinned',
            icon: 'trash',
            danger: true,
            disabledReason: unpinned ? undefined : 'All runs are pinned or under way.',
            onSelect: () => void deletionWanted('unpinned'),
          },
        ]}
        trigger={<IconButton icon="more" label="More for runs" />}
      />
    </>
  );
}
