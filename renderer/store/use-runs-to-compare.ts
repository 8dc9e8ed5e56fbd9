import { useEffect, useState } from 'react';
import type { RunId } from '#shared/ids/ids.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { pastRunRead, type PastRun } from './past-runs.ts';
import { runsStore } from './runs-store.ts';

/** A run as it was in the end; its moments are of no interest here. */
export type ComparedRun = Pick<PastRun, 'view' | 'record' | 'skipped'>;

type Reads = Readonly<Record<string, Outcome<ComparedRun, string>>>;

/**
 * Runs that are compared, by id: those of the window at once, those of the history once they are read, or why they cannot be.
 * What was read once stays as it was.
 */
export function useRunsToCompare(ids: readonly string[]): Reads {
  const [reads, setReads] = useState<Reads>(ofWindow);
  const missing = ids.filter((id) => reads[id] === undefined).join(' ');
  useEffect(() => {
    let isWanted = true;
    for (const id of missing.split(' ').filter((each) => each !== ''))
      void pastRunRead(id as RunId).then((read) => {
        if (isWanted) setReads((before) => ({ ...before, [id]: withoutMoments(read) }));
      });
    return () => {
      isWanted = false;
    };
  }, [missing]);
  return reads;
}

function withoutMoments(read: Outcome<PastRun, string>): Outcome<ComparedRun, string> {
  if (!read.ok) return read;
  const { record, skipped, view } = read.value;
  return succeeded({ record, skipped, view });
}

/** As they are when the dialog opens: what is compared does not change while one reads. */
function ofWindow(): Reads {
  const { runs } = runsStore.getState();
  return Object.fromEntries(
    Object.values(runs).map((view) => [view.runId, succeeded({ view, record: null, skipped: 0 })]),
  );
}
