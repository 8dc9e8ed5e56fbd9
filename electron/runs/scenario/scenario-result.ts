import type { ScenarioPlace, ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { coveredKeys } from '#shared/scenario/coverage.ts';
import { snapshotOf } from '#shared/scenario/judge-conversation.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import type { RanScenario } from './run-scenario.ts';

/** Nobody reviews a snapshot of more than this. */
const longestSnapshot = 500_000;

/** The result of what came to nothing that could be judged. */
export function bareResult(
  place: ScenarioPlace,
  outcome: ScenarioResult['outcome'],
  trouble: string | null,
): ScenarioResult {
  const nothing = { results: [], runId: null, tookMs: 0, said: null, covered: [], madeFrom: {} };
  return { ...nothing, ...place, outcome, trouble, endedAt: new Date().toISOString() };
}

/** What a run that is over adds to its result. */
export function partsOfRun({
  events,
  results,
  tookMs,
}: RanScenario): Pick<ScenarioResult, 'results' | 'tookMs' | 'said' | 'covered'> {
  const facts = runFacts(events);
  const said = snapshotOf(facts);
  const length = said.reduce((sum, { text }) => sum + text.length, 0);
  const isWhole = facts.end !== null && facts.end.outcome !== 'cancelled' && length <= longestSnapshot;
  return {
    results: [...results],
    tookMs,
    said: isWhole ? [...said] : null,
    covered: [...coveredKeys(events)],
  };
}
