import { printableText } from '../../printable-text.ts';
import {
  earlierLines,
  failureLines,
  isFlaky,
  scenarioTitle,
  triesInWords,
  type ReportedResult,
  type Reporter,
  type ReporterPorts,
} from './reporter.ts';

/** Test Anything Protocol, version 14: a point for each scenario and row, what failed as a block of YAML. */
export function tapReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return {
    over({ results, troubles }) {
      const points = results.flatMap((result, at) => point(result, at + 1));
      const count = results.length + troubles.length;
      // What may be missing is a point that fails: a comment would let the whole pass.
      const missing = troubles.map(
        (text, at) => `not ok ${String(results.length + at + 1)} - ${escaped(text)}`,
      );
      write([`TAP version 14`, `1..${String(count)}`, ...points, ...missing, ''].join('\n'));
    },
  };
}

function point(result: ReportedResult, number: number): readonly string[] {
  const { outcome, scenario } = result;
  const isOk = outcome === 'passed' || outcome === 'skipped';
  const title = escaped(`${scenario.flow} › ${scenarioTitle(scenario)}`);
  const line = `${isOk ? 'ok' : 'not ok'} ${String(number)} - ${title}${outcome === 'skipped' ? ' # SKIP' : ''}`;
  if (isOk && !isFlaky(result)) return [line];
  // A text in quotes is YAML whatever is in it.
  const quoted = (text: string): string => JSON.stringify(printableText(text));
  const tries = triesInWords(result);
  const lines = (isOk ? earlierLines(result) : failureLines(result)).map((each) => `    - ${quoted(each)}`);
  return [
    line,
    '  ---',
    ...(tries === null ? [] : [`  tries: ${quoted(tries)}`]),
    '  failed:',
    ...lines,
    '  ...',
  ];
}

/** A number sign would begin a directive, a backslash an escape, a line end the next line. */
function escaped(title: string): string {
  return printableText(title)
    .replaceAll(/[\\#]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ');
}
