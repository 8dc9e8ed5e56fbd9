import type { Covered, FlowCoverage } from '#shared/scenario/coverage.ts';
import { totals, type ReportedResult, type Reporter, type ReporterPorts } from './reporter.ts';

/** For programs: one JSON object a line, each event of each run as it happens, then results and totals. */
export function jsonLinesReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  const line = (value: object): void => write(`${JSON.stringify(value)}\n`);
  return {
    begun: (count) => line({ type: 'begun', scenarios: count }),
    events(scenario, events) {
      for (const event of events) line({ type: 'event', scenario: scenario.id, row: scenario.row, event });
    },
    ended: (result) => line({ type: 'scenario', ...resultFacts(result) }),
    over: ({ coverage, results, tookMs }) =>
      line({
        type: 'over',
        ...totals(results),
        tookMs: Math.round(tookMs),
        ...(coverage === null ? {} : { coverage: coverage.map(coverageFacts) }),
      }),
  };
}

/** What was missed in words, which is all that a program outside can do something with. */
function coverageFacts({ exits, flow, nodes, statuses }: FlowCoverage): object {
  const facts = ({ missed, ...counts }: Covered) => ({ ...counts, missed: missed.map(({ words }) => words) });
  return { flow, nodes: facts(nodes), exits: facts(exits), statuses: facts(statuses) };
}

function resultFacts({ outcome, results, scenario, tookMs, trouble, written }: ReportedResult): object {
  return { ...scenario, outcome, trouble, tookMs: Math.round(tookMs), written, expectations: results };
}
