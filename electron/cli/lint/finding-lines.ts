import { severities } from '#shared/lint/finding.ts';
import { printableText } from '../printable-text.ts';
import type { ReporterPorts } from '../run/reporters/reporter.ts';
import { commandData, commandProperty } from '../run/reporters/workflow-command.ts';
import type { TerminalStyle } from '../terminal-style.ts';
import type { ReportedFinding } from './reported-findings.ts';

export const findingReporters = ['human', 'json', 'github'] as const;
export type FindingReporter = (typeof findingReporters)[number];

export function isFindingReporter(name: string): name is FindingReporter {
  return findingReporters.some((each) => each === name);
}

/**
 * What a reporter says of findings, line by line.
 *
 * @param silenced how many there are besides that nobody wants to be told of
 */
export function findingLines(
  findings: readonly ReportedFinding[],
  reporter: FindingReporter,
  { repositoryFile, style }: Pick<ReporterPorts, 'repositoryFile' | 'style'>,
  silenced: number,
): readonly string[] {
  switch (reporter) {
    case 'human':
      return humanLines(findings, style, silenced);
    case 'json':
      return findings.map((finding) => JSON.stringify(finding));
    case 'github':
      return findings.map((finding) => annotation(finding, repositoryFile));
  }
}

function humanLines(
  findings: readonly ReportedFinding[],
  style: TerminalStyle,
  silenced: number,
): readonly string[] {
  const documents = [...new Set(findings.map(({ file }) => file))];
  return [
    ...documents.flatMap((file) => {
      const own = findings.filter((finding) => finding.file === file);
      return [
        style.strong(printableText(file ?? '')),
        ...own.map((finding) => humanLine(finding, style)),
        '',
      ];
    }),
    counted(findings, silenced),
  ];
}

function humanLine(finding: ReportedFinding, style: TerminalStyle): string {
  const { message, rule, severity } = finding;
  const paint = severity === 'error' ? style.bad : severity === 'warning' ? style.key : style.quiet;
  const place = placeInWords(finding);
  const where = place === '' ? '' : `${place}: `;
  return `  ${paint(severity.padEnd(7))} ${printableText(`${where}${message}`)} ${style.quiet(rule)}`;
}

function placeInWords({ environments, field, node, row }: ReportedFinding): string {
  const where = environments === null ? null : `in ${inWords(environments)}`;
  const parts = [node, field, row === null ? null : `row ${String(row)}`, where];
  return parts.filter((part) => part !== null).join(', ');
}

function inWords(names: readonly string[]): string {
  const before = names.slice(0, -1).join(', ');
  return [...(before === '' ? [] : [before]), ...names.slice(-1)].join(' and ');
}

function counted(findings: readonly ReportedFinding[], silenced: number): string {
  const counts = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${String(count)} ${severity}${count === 1 ? '' : 's'}`;
  });
  return [...counts, ...(silenced === 0 ? [] : [`${String(silenced)} silenced`])].join(', ');
}

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

function annotation(finding: ReportedFinding, repositoryFile: ReporterPorts['repositoryFile']): string {
  const { document, file, message, rule, severity } = finding;
  const place = placeInWords(finding);
  const title = commandProperty([document, place].filter((part) => part !== '').join(', '));
  const where = file === null ? '' : `file=${commandProperty(repositoryFile(file))},`;
  return `::${levels[severity]} ${where}title=${title}::${commandData(`${message} (${rule})`)}`;
}
