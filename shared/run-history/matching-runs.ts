import type { PastOutcome, RunOrigin, RunSummary } from './run-summary.ts';

/** What of the history is wanted; `null` is everything. */
export interface RunFilter {
  /** Words that must all be found in what a row shows, in the status of its call or in its id. */
  readonly text: string;
  readonly flowId: string | null;
  /** What was run: a flow by hand, a scenario, or a single request. */
  readonly origin: RunOrigin['type'] | null;
  readonly outcome: PastOutcome | null;
  /** The name of an environment; the empty text is none. */
  readonly environment: string | null;
  readonly pinnedOnly: boolean;
  /** Only runs that started at this moment or later (milliseconds). */
  readonly sinceMs: number | null;
}

/** Everything. */
export const noRunFilter: RunFilter = {
  text: '',
  flowId: null,
  origin: null,
  outcome: null,
  environment: null,
  pinnedOnly: false,
  sinceMs: null,
};

/** The runs that fit a filter, in the order in which they came. */
export function matchingRuns(runs: readonly RunSummary[], filter: RunFilter): readonly RunSummary[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return runs.filter((run) => fits(run, filter) && words.every((word) => textOf(run).includes(word)));
}

function fits(run: RunSummary, filter: RunFilter): boolean {
  const { environment, flowId, origin, outcome, pinnedOnly, sinceMs } = filter;
  return (
    isWanted(flowId, run.flowId) &&
    isWanted(origin, run.origin.type) &&
    isWanted(outcome, run.outcome) &&
    isWanted(environment, run.environmentName ?? '') &&
    (run.pinned || !pinnedOnly) &&
    Date.parse(run.startedAt) >= (sinceMs ?? -Infinity)
  );
}

function isWanted(wanted: string | null, has: string): boolean {
  return wanted === null || wanted === has;
}

function textOf({ call, environmentName, flowName, name, outcome, runId }: RunSummary): string {
  const status = call === null ? [] : [call.status, String(call.statusCode ?? '')];
  return [name, flowName, environmentName ?? '', outcome, ...status, runId].join(' ').toLowerCase();
}
