import type { RunRecord } from '#shared/run-history/run-record.ts';
import { isWholeFlow, type RunSummary } from '#shared/run-history/run-summary.ts';
import type { RunTally } from '#shared/run-history/summarize-run.ts';

/** The row of a run in the list: what is known of it, and what its events told. */
export function summaryOfRun(
  record: RunRecord,
  tally: RunTally,
  now: Pick<RunSummary, 'outcome' | 'sizeBytes' | 'incomplete'>,
): RunSummary {
  const { flowId, inputs, madeAt, name, origin, pinned, runId } = record;
  const { call, calls, environmentName, flowName, startedAt, tookMs } = tally;
  return {
    runId,
    origin,
    name,
    flowId,
    flowName,
    environmentName,
    startedAt,
    ...(madeAt === undefined ? {} : { madeAt }),
    tookMs,
    calls,
    // How a call went that the flow was ready for is told of the flow's own run only where it was no success.
    call: call?.status === 'success' && isWholeFlow(origin) ? null : call,
    pinned,
    repeatable: origin.type === 'flow' && inputs !== null,
    ...now,
  };
}
