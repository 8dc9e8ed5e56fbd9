import { failureLines, scenarioTitle, totals, type Reporter, type ReporterPorts } from './reporter.ts';

/** Annotations for GitHub Actions: an error for each scenario that failed or could not run, and the totals as a notice. */
export function githubReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return {
    ended(result) {
      const { outcome, scenario } = result;
      if (outcome !== 'failed' && outcome !== 'not-run') return;
      const file = scenario.file === null ? '' : `file=${property(scenario.file)},`;
      const title = property(`${scenario.flow} › ${scenarioTitle(scenario)}`);
      write(`::error ${file}title=${title}::${data(failureLines(result).join('\n'))}\n`);
    },
    over({ results }) {
      const { failed, 'not-run': notRun, passed, skipped } = totals(results);
      const words = `${String(passed)} passed, ${String(failed)} failed, ${String(notRun)} could not run, ${String(skipped)} skipped`;
      write(`::notice title=flowbench::${words}\n`);
    },
  };
}

/** The escapes of a workflow command: those of its data, and in a property those of its own signs too. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
