import type { Covered, FlowCoverage } from '#shared/scenario/coverage.ts';
import { isFlaky, totals, type ReportedResult, type Reporter, type ReporterPorts } from './reporter.ts';

/**
 * For programs: one JSON object a line, each event of each run as it happens, then results and totals. `flowbench report
 * merge` reads it again (report-lines.ts).
 */
export function jsonLinesReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  const line = (value: object): void => write(`${JSON.stringify(value)}\n`);
  return {
    begun: ({ count, shard, whole }) =>
      line({ type: 'begun', format: 'flowbench.report', version: 1, scenarios: count, whole, shard }),
    events({ id, place, row }, events) {
      for (const event of events) line({ type: 'event', place, scenario: id, row, event });
    },
    retried: (result) => line({ type: 'retried', ...resultFacts(result) }),
    ended: (result) => line({ type: 'scenario', ...resultFacts(result) }),
    over: ({ coverable, coverage, results, tookMs, troubles }) =>
      line({
        type: 'over',
        ...totals(results),
        flaky: results.filter(isFlaky).length,
        tookMs: Math.round(tookMs),
        troubles,
        ...(coverage === null ? {} : { coverage: coverage.map(coverageFacts), coverable }),
      }),
  };
}

/** What was missed in words, which is all that a program outside can do something with. */
function coverageFacts({ exits, flow, nodes, statuses }: FlowCoverage): object {
  const facts = ({ missed, ...counts }: Covered) => ({ ...counts, missed: missed.map(({ words }) => words) });
  return { flow, nodes: facts(nodes), exits: facts(exits), statuses: facts(statuses) };
}

function resultFacts(result: ReportedResult): object {
  const { failedTries, outcome, results, scenario, tookMs, trouble, written } = result;
  return {
    ...scenario,
    outcome,
    flaky: isFlaky(result),
    tries: failedTries.length + 1,
    trouble,
    tookMs: Math.round(tookMs),
    written,
    expectations: results,
    nodes: nodesOf(result),
  };
}

/** The names of the nodes that its events tell of, so that a report can be made of this again. */
function nodesOf({ events, nodeName }: ReportedResult): Readonly<Record<string, string>> {
  const ids = new Set(events.flatMap(({ nodeId }) => (nodeId === undefined ? [] : [nodeId])));
  return Object.fromEntries([...ids].map((id) => [id, nodeName(id)]));
}
