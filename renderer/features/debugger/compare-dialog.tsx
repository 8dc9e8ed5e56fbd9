import { useState } from 'react';
import type { Outcome } from '#shared/outcome/outcome.ts';
import { compareRuns } from '#shared/run-events/compare-runs.ts';
import { comparableRunsNow, type ComparableRun } from '../../store/comparable-runs.ts';
import { comparisonAsked, useComparedFlow } from '../../store/compare-store.ts';
import { runSeenIn } from '../../store/flows-of-run.ts';
import { pastRunsStore } from '../../store/past-runs.ts';
import { useRunsToCompare, type ComparedRun } from '../../store/use-runs-to-compare.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select, type SelectOption } from '../../ui/field/select.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { momentWords } from '../../ui/status/moment-words.ts';
import { Note } from '../../ui/status/note.tsx';
import { outcomeWords } from '../../ui/status/outcome-words.ts';
import { DifferentVariables } from './different-variables.tsx';
import { PartingPlace } from './parting-place.tsx';
import styles from './compare-dialog.module.css';

/** Two runs of a flow side by side, of this window or of the history: where they part, and which variables differ. */
export function CompareDialog() {
  const flowId = useComparedFlow();
  return flowId === null ? null : <Compared key={flowId} flowId={flowId} />;
}

const close = () => comparisonAsked(null);

function Compared({ flowId }: { readonly flowId: string }) {
  // As the runs were when the dialog opened: what is offered does not change while one reads.
  const [runs] = useState(() => comparableRunsNow(flowId));
  const [[first, second], setIds] = useState(() => firstPicks(runs, flowId));
  const [options] = useState(() => optionsOf(runs));
  return (
    <Dialog
      open
      onClose={close}
      width="broad"
      title="Compare two runs"
      footer={<Button onClick={close}>Close</Button>}
    >
      <div className={styles.picks}>
        <Field label="Run">
          <Select value={first} options={options} onChange={(id) => setIds([id, second])} />
        </Field>
        <Field label="With">
          <Select value={second} options={options} onChange={(id) => setIds([first, id])} />
        </Field>
      </div>
      <Comparison flowId={flowId} ids={[first, second]} options={options} />
    </Dialog>
  );
}

/** The run of the history that the flow shows, else its newest, and the one before that. */
function firstPicks(runs: readonly ComparableRun[], flowId: string): readonly [string, string] {
  const shown = pastRunsStore.getState().shown[flowId]?.view.runId;
  const at = runs.findIndex(({ runId }) => runId === shown);
  const second = at < 0 ? runs.length - 1 : Math.max(at, 1);
  return [runs[second - 1]?.runId ?? '', runs[second]?.runId ?? ''];
}

/** The newest first. Runs that share their past began at the same time, so each has a number too. */
function optionsOf(runs: readonly ComparableRun[]): readonly SelectOption<string>[] {
  const nowMs = Date.now();
  return runs
    .map(({ environmentName, outcome, runId, scenario, startedAt }, at) => {
      const facts = [momentWords(startedAt, nowMs), outcomeWords[outcome], scenario, environmentName];
      const words = [`Run ${String(at + 1)}`, ...facts.filter((each) => each !== null)];
      return { value: runId, label: words.join(' · ') };
    })
    .reverse();
}

interface ComparisonProps {
  readonly flowId: string;
  readonly ids: readonly [string, string];
  readonly options: readonly SelectOption<string>[];
}

/** What is different; while a run is read, what was shown before stays where it is. */
function Comparison({ flowId, ids, options }: ComparisonProps) {
  const reads = useRunsToCompare(ids);
  const pair = pairOf(ids.map((id) => reads[id]));
  const [shown, setShown] = useState(pair);
  if (pair !== null && !isSamePair(pair, shown)) setShown(pair);
  const failures = [...new Set(ids)].flatMap((id) => {
    const read = reads[id];
    return read === undefined || read.ok ? [] : [{ id, why: read.failure }];
  });
  return (
    <div className={styles.result} aria-busy={ids.some((id) => reads[id] === undefined)}>
      {failures.map(({ id, why }) => (
        <Note key={id} tone="warning" title={`${nameOf(id, options)} cannot be read`} live>
          {why}
        </Note>
      ))}
      {failures.length === 0 && <Read flowId={flowId} pair={shown} />}
    </div>
  );
}

function Read({ flowId, pair }: { readonly flowId: string; readonly pair: Pair | null }) {
  if (pair !== null) return <Differences flowId={flowId} pair={pair} />;
  return (
    <p className={styles.words} role="status">
      Reading the runs…
    </p>
  );
}

/** Both runs, once both are read. */
function pairOf([a, b]: readonly (Outcome<ComparedRun, string> | undefined)[]): Pair | null {
  return a?.ok === true && b?.ok === true ? [a.value, b.value] : null;
}

/** A run as its field calls it: "Run 3". */
function nameOf(id: string, options: readonly SelectOption<string>[]): string {
  return options.find(({ value }) => value === id)?.label.split(' · ')[0] ?? 'A run';
}

type Pair = readonly [ComparedRun, ComparedRun];

function isSamePair([a, b]: Pair, other: Pair | null): boolean {
  return other !== null && a === other[0] && b === other[1];
}

function Differences({ flowId, pair }: { readonly flowId: string; readonly pair: Pair }) {
  // What a run that stopped inside another flow had there is no variable of this one.
  const [first, second] = pair.map(({ view }) => runSeenIn(view, flowId));
  if (first === undefined || second === undefined) return null;
  const comparison = compareRuns(first, second);
  const isWhole = pair.every(({ record, skipped }) => skipped === 0 && record?.incomplete !== true);
  return (
    <>
      <PartingPlace flowId={flowId} comparison={comparison} pair={pair} />
      {!isWhole && (
        <Note tone="warning" title="Something of these runs is missing">
          Not everything that happened was kept, so that they may seem to part where they did not.
        </Note>
      )}
      <DifferentVariables variables={comparison.variables} />
    </>
  );
}
