import { printableText } from '../../printable-text.ts';
import {
  failureLines,
  scenarioTitle,
  type ReportedResult,
  type Reporter,
  type ReporterPorts,
} from './reporter.ts';

/** Test Anything Protocol, version 14: a point for each scenario and row, what failed as a block of YAML. */
export function tapReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return {
    over({ results }) {
      const points = results.flatMap((result, at) => point(result, at + 1));
      write([`TAP version 14`, `1..${String(results.length)}`, ...points, ''].join('\n'));
    },
  };
}

function point(result: ReportedResult, number: number): readonly string[] {
  const { outcome, scenario } = result;
  const isOk = outcome === 'passed' || outcome === 'skipped';
  const title = escaped(`${scenario.flow} › ${scenarioTitle(scenario)}`);
  const line = `${isOk ? 'ok' : 'not ok'} ${String(number)} - ${title}${outcome === 'skipped' ? ' # SKIP' : ''}`;
  if (isOk) return [line];
  // A text in quotes is YAML whatever is in it.
  const lines = failureLines(result).map((each) => `    - ${JSON.stringify(printableText(each))}`);
  return [line, '  ---', '  failed:', ...lines, '  ...'];
}

/** A number sign would begin a directive, a backslash an escape, a line end the next line. */
function escaped(title: string): string {
  return printableText(title)
    .replaceAll(/[\\#]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ');
}
