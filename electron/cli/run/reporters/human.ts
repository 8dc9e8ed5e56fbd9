import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { Covered, FlowCoverage } from '#shared/scenario/coverage.ts';
import { printableText } from '../../printable-text.ts';
import type { TerminalStyle } from '../../terminal-style.ts';
import {
  failureLines,
  scenarioTitle,
  totals,
  type ReportedOutcome,
  type Reporter,
  type ReporterPorts,
} from './reporter.ts';

const marks: Readonly<Record<ReportedOutcome, string>> = {
  passed: '✓',
  failed: '✗',
  'not-run': '!',
  skipped: '-',
};

/** For people: a line for each scenario, what failed below it, and the totals. */
export function humanReporter({ style, write }: ReporterPorts): Reporter {
  const paint: Readonly<Record<ReportedOutcome, TerminalStyle['good']>> = {
    passed: style.good,
    failed: style.bad,
    'not-run': style.bad,
    skipped: style.quiet,
  };
  const say = (line: string): void => write(`${line}\n`);
  return {
    ended(result) {
      const { outcome, scenario, tookMs, written } = result;
      const title = printableText(`${scenario.flow} › ${scenarioTitle(scenario)}`);
      const took = style.quiet(outcome === 'skipped' ? 'skipped' : formatDuration(tookMs));
      const note = written === null ? '' : style.quiet(` (${written} written)`);
      say(`${paint[outcome](marks[outcome])} ${title} ${took}${note}`);
      if (outcome === 'passed' || outcome === 'skipped') return;
      for (const line of failureLines(result)) say(`    ${printableText(line)}`);
    },
    over({ coverage, results, tookMs }) {
      for (const each of coverage ?? []) for (const line of coverageLines(each)) say(line);
      const { failed, 'not-run': notRun, passed, skipped } = totals(results);
      const parts = [
        style.strong(`${String(passed)} passed`),
        ...(failed === 0 ? [] : [style.bad(`${String(failed)} failed`)]),
        ...(notRun === 0 ? [] : [style.bad(`${String(notRun)} could not run`)]),
        ...(skipped === 0 ? [] : [style.quiet(`${String(skipped)} skipped`)]),
      ];
      say(`\n${parts.join(', ')} ${style.quiet(`in ${formatDuration(tookMs)}`)}`);
    },
  };
}

function coverageLines({ exits, flow, nodes, statuses }: FlowCoverage): readonly string[] {
  const shares = [shareOf('nodes', nodes), shareOf('exits', exits), shareOf('statuses of calls', statuses)];
  const missed = [...nodes.missed, ...exits.missed, ...statuses.missed];
  return [
    `\nCoverage of ${printableText(flow)}: ${shares.join(', ')}`,
    ...missed.map(({ words }) => `    never: ${printableText(words)}`),
  ];
}

function shareOf(what: string, { covered, of }: Covered): string {
  return `${String(covered)} of ${String(of)} ${what}`;
}
