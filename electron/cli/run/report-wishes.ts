import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { isReporterName, reporterNames, type ReporterName } from './reporters/reporter.ts';

/** Where a report goes: into a file, or to standard output. */
export interface ReportWish {
  readonly name: ReporterName;
  readonly file: string | null;
}

/** Reads the values of `--reporter`. The failure is a sentence. */
export function reportWishes(given: readonly string[]): Outcome<readonly ReportWish[], string> {
  const wishes: ReportWish[] = [];
  for (const each of given) {
    const at = each.indexOf('=');
    const name = at === -1 ? each : each.slice(0, at);
    const file = at === -1 ? null : each.slice(at + 1);
    if (!isReporterName(name))
      return failed(`There is no reporter "${name}". There are: ${reporterNames.join(', ')}.`);
    if (file === '') return failed(`The reporter ${name} is to write into a file without a name.`);
    wishes.push({ name, file });
  }
  if (wishes.filter(({ file }) => file === null).length > 1)
    return failed(
      'One reporter at most writes to standard output: give the others files, as in --reporter junit=report.xml.',
    );
  return succeeded(wishes);
}
