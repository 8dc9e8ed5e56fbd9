import { closeSync, openSync, writeSync } from 'node:fs';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { systemErrorReason } from '../../workspace/files/system-error.ts';
import { terminalStyle, type TerminalFacts } from '../terminal-style.ts';
import { githubReporter } from './reporters/github.ts';
import { htmlReporter } from './reporters/html/html.ts';
import { humanReporter } from './reporters/human.ts';
import { jsonLinesReporter } from './reporters/json-lines.ts';
import { junitReporter } from './reporters/junit.ts';
import { tapReporter } from './reporters/tap.ts';
import type { Reporter, ReporterName, ReporterPorts } from './reporters/reporter.ts';
import { makeFolderOf } from './make-folder-of.ts';
import type { ReportWish } from './report-wishes.ts';

/** The reporters of one run; `close` lets go of their files. */
export interface OpenReports {
  readonly reporters: readonly Reporter[];
  readonly close: () => void;
}

const makers: Readonly<Record<ReporterName, (ports: ReporterPorts) => Reporter>> = {
  human: humanReporter,
  json: jsonLinesReporter,
  junit: junitReporter,
  tap: tapReporter,
  github: githubReporter,
  html: htmlReporter,
};

/** Opens the files of reports, in folders that are made where there are none, and makes the reporters. The failure is a sentence; nothing is open then. */
export function openReports(
  wishes: readonly ReportWish[],
  print: (text: string) => void,
  terminal: TerminalFacts,
): Outcome<OpenReports, string> {
  const open: number[] = [];
  const close = (): void => {
    for (const file of open.splice(0)) closeSync(file);
  };
  const reporters: Reporter[] = [];
  for (const { file, name } of wishes) {
    try {
      reporters.push(makers[name](file === null ? standardOutput(print, terminal) : intoFile(file, open)));
    } catch (error) {
      close();
      return failed(`The report ${file ?? name} cannot be written: ${systemErrorReason(error)}.`);
    }
  }
  return succeeded({ reporters, close });
}

/** Printing ends the line by itself. */
function standardOutput(print: (text: string) => void, terminal: TerminalFacts): ReporterPorts {
  return { write: (text) => print(text.replace(/\n$/, '')), style: terminalStyle(terminal) };
}

function intoFile(file: string, open: number[]): ReporterPorts {
  makeFolderOf(file);
  const descriptor = openSync(file, 'w');
  open.push(descriptor);
  return {
    write: (text) => void writeSync(descriptor, text),
    style: terminalStyle({ isTTY: false, env: {} }),
  };
}
