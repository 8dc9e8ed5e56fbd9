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
        ...(coverage === null ? {} : { coverage }),
      }),
  };
}

function resultFacts({ outcome, results, scenario, tookMs, trouble, written }: ReportedResult): object {
  return { ...scenario, outcome, trouble, tookMs: Math.round(tookMs), written, expectations: results };
}
