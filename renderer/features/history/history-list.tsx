import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { matchingRuns, noRunFilter } from '#shared/run-history/matching-runs.ts';
import { madeAtOf, type RunSummary } from '#shared/run-history/run-summary.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import {
  deletionWanted,
  historyFilterCleared,
  historyFiltered,
  useHistory,
} from '../../store/history-store.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { activeOwnerId, useView } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { useVirtualRows } from '../../ui/list/use-virtual-rows.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { FilterTags } from './filter-tags.tsx';
import { HistoryTools } from './history-tools.tsx';
import { runEntries } from './run-entries.ts';
import { RunRow } from './run-row.tsx';
import { dayWords } from './run-words.ts';
import styles from './history.module.css';

/** Heights as history.module.css draws them. */
const rowPx = 46;
const dayPx = 28;

/** Past runs by day: narrowed, opened, pinned, repeated and deleted. */
export function HistoryList() {
  const runs = useHistory((state) => state.runs);
  const isRead = useHistory((state) => state.isRead);
  const filter = useHistory((state) => state.filter);
  const matching = useMemo(() => matchingRuns(runs, filter), [runs, filter]);
  const isEmpty = runs.length === 0;
  return (
    <div className={styles.history}>
      <PanelHead title="Runs" tools={isEmpty && filter === noRunFilter ? undefined : <HistoryTools />} />
      {isEmpty ? (
        isRead && <NoRuns />
      ) : (
        <>
          <SearchBox
            className={styles.filter}
            label="Filter Runs"
            value={filter.text}
            onChange={(text) => historyFiltered({ text })}
          />
          <FilterTags found={matching.length} />
          {matching.length === 0 ? <NoneFits /> : <Rows runs={matching} />}
        </>
      )}
    </div>
  );
}

function Rows({ runs }: { readonly runs: readonly RunSummary[] }) {
  const nowMs = useMinute();
  const shownId = useShownRun(useView(activeOwnerId))?.runId;
  const days = useMemo(() => daysOf(runs, nowMs), [runs, nowMs]);
  const heights = useMemo(
    () => ({ rowPx: (index: number) => rowPx + (days[index] === null ? 0 : dayPx), headPx: 0 }),
    [days],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(scroller, runs.length, heights);
  const within = useRef(false);
  const handedOn = useEffectEvent(() => {
    if (within.current && document.activeElement === document.body) rows.focusRow(rows.tabStop);
  });
  // A row that is removed takes the focus with it, and nobody is told: the row in its place has it then.
  useEffect(() => handedOn(), [runs]);
  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    rows.onKeyDown(event);
    const run = runOf(event.target, runs);
    if (event.key !== 'Delete' || run === undefined || run.outcome === 'running') return;
    event.preventDefault();
    void deletionWanted(run);
  };
  const entriesFor = (asked: Element) => {
    const run = runOf(asked, runs);
    return run === undefined ? [] : runEntries(run);
  };
  return (
    <div ref={scroller} className={styles.rows}>
      <ContextMenu entries={entriesFor}>
        <ul
          aria-label="Runs"
          className={styles.list}
          style={{ height: rows.heightPx }}
          onFocus={(event) => {
            within.current = true;
            rows.onFocus(event);
          }}
          onBlur={(event) => {
            within.current = event.currentTarget.contains(event.relatedTarget);
          }}
          onKeyDown={keyPressed}
        >
          {rows.shown.map(({ index, topPx }) => {
            const run = runs[index];
            return (
              run !== undefined && (
                <RunRow
                  key={run.runId}
                  run={run}
                  day={days[index] ?? null}
                  index={index}
                  total={runs.length}
                  topPx={topPx}
                  nowMs={nowMs}
                  shown={run.runId === shownId}
                  tabStop={index === rows.tabStop}
                />
              )
            );
          })}
        </ul>
      </ContextMenu>
    </div>
  );
}

/** The day of each run that is the first of it; the minute is enough to know which day it is. */
function daysOf(runs: readonly RunSummary[], nowMs: number): readonly (string | null)[] {
  const words = runs.map((run) => dayWords(madeAtOf(run), nowMs));
  return words.map((day, at) => (day === words[at - 1] ? null : day));
}

function runOf(target: EventTarget, runs: readonly RunSummary[]): RunSummary | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-run-id]') : null;
  return runs.find(({ runId }) => runId === row?.dataset['runId']);
}

function NoRuns() {
  const keysOf = useCommandKeys();
  const canRun = useCommandOffered('run.start');
  return (
    <EmptyState
      icon="history"
      title="No runs yet"
      action={
        canRun ? (
          <Button icon="run" keys={keysOf('run.start')} onClick={() => commandInvoked('run.start')}>
            Run
          </Button>
        ) : undefined
      }
    >
      Every run of a flow and every single call is kept here, with its responses.
    </EmptyState>
  );
}

function NoneFits() {
  return (
    <p className={styles.none}>
      No run fits.{' '}
      <Button look="quiet" onClick={historyFilterCleared}>
        Show all
      </Button>
    </p>
  );
}
