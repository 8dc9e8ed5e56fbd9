import { commandData, commandProperty } from './workflow-command.ts';
import { failureLines, scenarioTitle, totals, type Reporter, type ReporterPorts } from './reporter.ts';

/** Annotations for GitHub Actions: an error for each scenario that failed or could not run, and the totals as a notice. */
export function githubReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return {
    ended(result) {
      const { outcome, scenario } = result;
      if (outcome !== 'failed' && outcome !== 'not-run') return;
      const file = scenario.file === null ? '' : `file=${commandProperty(scenario.file)},`;
      const title = commandProperty(`${scenario.flow} › ${scenarioTitle(scenario)}`);
      write(`::error ${file}title=${title}::${commandData(failureLines(result).join('\n'))}\n`);
    },
    over({ results }) {
      const { failed, 'not-run': notRun, passed, skipped } = totals(results);
      const words = `${String(passed)} passed, ${String(failed)} failed, ${String(notRun)} could not run, ${String(skipped)} skipped`;
      write(`::notice title=flowbench::${words}\n`);
    },
  };
}
