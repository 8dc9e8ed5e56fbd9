/** How many of some jobs run at a time, and when no further one begins. */
export interface JobPlan<Job, Result> {
  readonly parallel: number;
  readonly run: (job: Job) => Promise<Result>;
  /** Hears of each result as soon as it is there. */
  readonly onResult: (result: Result) => void;
  /** Asked after each result: whether no further job shall begin. Those under way come to their end. */
  readonly isEnough: (result: Result) => boolean;
  /** Once aborted, no further job begins. */
  readonly signal: AbortSignal;
}

/** Runs jobs, several at a time. Results come in the order of the jobs; `null` for a job that was never begun. */
export async function runJobs<Job, Result>(
  jobs: readonly Job[],
  { isEnough, onResult, parallel, run, signal }: JobPlan<Job, Result>,
): Promise<readonly (Result | null)[]> {
  const results = jobs.map((): Result | null => null);
  let next = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    while (!isOver && !signal.aborted && next < jobs.length) {
      const at = next;
      next += 1;
      const job = jobs[at];
      if (job === undefined) return;
      const result = await run(job);
      results[at] = result;
      onResult(result);
      if (isEnough(result)) isOver = true;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(parallel, jobs.length)) }, work));
  return results;
}
