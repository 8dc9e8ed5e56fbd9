import { closeSync, openSync, writeFileSync } from 'node:fs';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { systemErrorReason } from '../../workspace/files/system-error.ts';
import { inertText } from '../inert-text.ts';
import { repositoryFile, type WorkingPlace } from '../repository-file.ts';
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

/** The reporters of one run. */
export interface OpenReports {
  readonly reporters: readonly Reporter[];
  /** Lets go of their files, and gives a sentence for each report that could not be written whole. */
  readonly close: () => readonly string[];
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
  place: TerminalFacts & WorkingPlace,
): Outcome<OpenReports, string> {
  const files: ReportFile[] = [];
  const close = (): readonly string[] => files.splice(0).flatMap((file) => file.close() ?? []);
  const reporters: Reporter[] = [];
  for (const { file, name } of wishes) {
    try {
      if (file === null) {
        reporters.push(makers[name](standardOutput(name, print, place)));
        continue;
      }
      const opened = openedFile(file, place);
      files.push(opened);
      reporters.push(makers[name](opened.ports));
    } catch (error) {
      close();
      return failed(cannotBeWritten(file ?? name, error));
    }
  }
  return succeeded({ reporters, close });
}

/** Printing ends the line by itself. The log of a build server is for people, but not only people read it. */
function standardOutput(
  name: ReporterName,
  print: (text: string) => void,
  place: TerminalFacts & WorkingPlace,
): ReporterPorts {
  const told = (text: string): string => (name === 'human' ? inertText(text, place.env) : text);
  return {
    write: (text) => print(told(text.replace(/\n$/, ''))),
    style: terminalStyle(place),
    repositoryFile: (file) => repositoryFile(file, place),
  };
}

/** The file of one report; `close` says in a sentence why it is not whole, else `null`. */
interface ReportFile {
  readonly ports: ReporterPorts;
  readonly close: () => string | null;
}

/** A file that takes no more, as on a full disk, is written no further, and the other reports go on. */
function openedFile(file: string, place: WorkingPlace): ReportFile {
  makeFolderOf(file);
  const descriptor = openSync(file, 'w');
  let trouble: string | null = null;
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      trouble ??= cannotBeWritten(file, error);
    }
  };
  return {
    ports: {
      write: (text) => {
        // Whole, also where the system takes a part at a time.
        if (trouble === null) attempt(() => writeFileSync(descriptor, text));
      },
      style: terminalStyle({ isTTY: false, env: {} }),
      repositoryFile: (name) => repositoryFile(name, place),
    },
    close: () => {
      attempt(() => closeSync(descriptor));
      return trouble;
    },
  };
}

function cannotBeWritten(report: string, error: unknown): string {
  return `The report ${report} cannot be written: ${systemErrorReason(error)}.`;
}
