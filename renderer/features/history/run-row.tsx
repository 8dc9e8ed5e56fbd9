import { memo, useState } from 'react';
import { madeAtOf, type RunSummary } from '#shared/run-history/run-summary.ts';
import { pastRunWanted } from '../../store/history-actions.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { outcomeWords } from '../../ui/status/outcome-words.ts';
import { RunRing } from '../../ui/status/run-ring.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { runEntries } from './run-entries.ts';
import { momentWords } from '../../ui/status/moment-words.ts';
import { factsOf, outcomeRings, whenWords } from './run-words.ts';
import styles from './history.module.css';

interface RunRowProps {
  readonly run: RunSummary;
  /** The day, where the run is the first of it. */
  readonly day: string | null;
  readonly index: number;
  readonly total: number;
  readonly topPx: number;
  readonly nowMs: number;
  readonly shown: boolean;
  readonly tabStop: boolean;
}

/** One run in two lines: what and when, and how it went. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, day, index, total, topPx, nowMs, shown, tabStop } = props;
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);
  const moment = momentWords(madeAtOf(run), nowMs);
  return (
    <li
      className={styles.item}
      style={{ transform: `translateY(${String(topPx)}px)` }}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      {day !== null && <h3 className={styles.day}>{day}</h3>}
      <div
        data-run-id={run.runId}
        className={classNames(styles.row, shown && styles.selected, open && styles.open)}
        onPointerEnter={() => setNear(true)}
        onPointerLeave={() => setNear(false)}
      >
        <button
          type="button"
          data-index={index}
          data-roving-id={run.runId}
          tabIndex={tabStop ? 0 : -1}
          aria-current={shown ? 'true' : undefined}
          aria-label={nameOf(run, moment)}
          className={styles.main}
          onClick={() => void pastRunWanted(run)}
        >
          <RunRing state={outcomeRings[run.outcome]} size={14} silent />
          <span dir="auto" className={styles.name} title={run.name}>
            {run.name}
          </span>
          <span className={styles.when} title={moment}>
            {run.pinned && <Icon name="pin" size={12} />}
            {whenWords(madeAtOf(run), nowMs)}
          </span>
          <span className={styles.facts}>{factsOf(run).join(' · ')}</span>
          {run.call !== null && (
            <span className={styles.chip}>
              <StatusChip {...run.call} brief />
            </span>
          )}
        </button>
        {(near || open) && (
          <span className={styles.more}>
            <Menu
              align="end"
              entries={runEntries(run)}
              open={open}
              onOpenChange={setOpen}
              trigger={<IconButton icon="more" label={`More for the run of ${moment}`} tabIndex={-1} />}
            />
          </span>
        )}
      </div>
    </li>
  );
});

/** The whole row in words, for those who hear it. */
function nameOf(run: RunSummary, moment: string): string {
  const facts = factsOf({ ...run, outcome: 'ended' });
  const call = run.call === null ? [] : [String(run.call.statusCode ?? run.call.status)];
  const pinned = run.pinned ? ['pinned'] : [];
  return [run.name, outcomeWords[run.outcome], moment, ...facts, ...call, ...pinned].join(', ');
}
