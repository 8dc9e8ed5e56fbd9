import { commandData, commandProperty } from './workflow-command.ts';
import {
  earlierLines,
  failureLines,
  isFlaky,
  scenarioTitle,
  totals,
  triesInWords,
  type ReportedResult,
  type Reporter,
  type ReporterPorts,
} from './reporter.ts';

/** Annotations for GitHub Actions: an error for each scenario that failed or could not run, a warning for a flaky one, and the totals. */
export function githubReporter({
  repositoryFile,
  write,
}: Pick<ReporterPorts, 'repositoryFile' | 'write'>): Reporter {
  const annotate = (level: 'error' | 'warning', result: ReportedResult, lines: readonly string[]): void => {
    const { file } = result.scenario;
    write(annotation(level, result, file === null ? null : repositoryFile(file), lines));
  };
  return {
    ended(result) {
      const { outcome } = result;
      if (outcome === 'failed' || outcome === 'not-run')
        annotate('error', result, [...triesLine(result), ...failureLines(result)]);
      else if (isFlaky(result)) annotate('warning', result, [...triesLine(result), ...earlierLines(result)]);
    },
    over({ results, troubles }) {
      for (const trouble of troubles) write(`::error title=flowbench::${commandData(trouble)}\n`);
      const { failed, 'not-run': notRun, passed, skipped } = totals(results);
      const flaky = results.filter(isFlaky).length;
      const often = flaky === 0 ? '' : ` (${String(flaky)} flaky)`;
      const words = `${String(passed)} passed${often}, ${String(failed)} failed, ${String(notRun)} could not run, ${String(skipped)} skipped`;
      write(`::notice title=flowbench::${words}\n`);
    },
  };
}

function annotation(
  level: 'error' | 'warning',
  { scenario }: ReportedResult,
  file: string | null,
  lines: readonly string[],
): string {
  const where = file === null ? '' : `file=${commandProperty(file)},`;
  const title = commandProperty(`${scenario.flow} › ${scenarioTitle(scenario)}`);
  return `::${level} ${where}title=${title}::${commandData(lines.join('\n'))}\n`;
}

/** A sentence, as it comes first in what is read. */
function triesLine(result: ReportedResult): readonly string[] {
  const tries = triesInWords(result);
  return tries === null ? [] : [`It ${tries.replace('flaky:', 'is flaky: it')}.`];
}
