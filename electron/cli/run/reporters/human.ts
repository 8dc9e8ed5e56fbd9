import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { Covered, FlowCoverage } from '#shared/scenario/coverage.ts';
import { printableText } from '../../printable-text.ts';
import type { TerminalStyle } from '../../terminal-style.ts';
import {
  earlierLines,
  failureLines,
  isFlaky,
  scenarioTitle,
  totals,
  triesInWords,
  type ReportedOutcome,
  type ReportedResult,
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
      const tries = triesInWords(result);
      const often = tries === null ? '' : ` ${style.bad(tries)}`;
      say(`${paint[outcome](marks[outcome])} ${title} ${took}${note}${often}`);
      for (const line of toldLines(result)) say(`    ${printableText(line)}`);
    },
    over({ coverage, results, tookMs, troubles }) {
      for (const each of coverage ?? []) for (const line of coverageLines(each)) say(line);
      const flaky = results.filter(isFlaky).length;
      const { failed, 'not-run': notRun, passed, skipped } = totals(results);
      const parts = [
        style.strong(`${String(passed)} passed`),
        ...(flaky === 0 ? [] : [style.bad(`${String(flaky)} of them flaky`)]),
        ...(failed === 0 ? [] : [style.bad(`${String(failed)} failed`)]),
        ...(notRun === 0 ? [] : [style.bad(`${String(notRun)} could not run`)]),
        ...(skipped === 0 ? [] : [style.quiet(`${String(skipped)} skipped`)]),
        // Why, standard error tells.
        ...(troubles.length === 0 ? [] : [style.bad('perhaps incomplete')]),
      ];
      say(`\n${parts.join(', ')} ${style.quiet(`in ${formatDuration(tookMs)}`)}`);
    },
  };
}

/** What is to be told below the line of a scenario; nothing of one that passed at once. */
function toldLines(result: ReportedResult): readonly string[] {
  const { outcome } = result;
  if (outcome === 'skipped') return [];
  return outcome === 'passed' ? earlierLines(result) : failureLines(result);
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
