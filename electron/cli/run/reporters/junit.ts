import {
  tryLines,
  failureLines,
  isFlaky,
  scenarioTitle,
  totals,
  type ReportedResult,
  type Reporter,
  type ReporterPorts,
} from './reporter.ts';
import { conversationLines } from './conversation-lines.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** JUnit XML as build servers read it: a suite for each flow, a case for each scenario and row. */
export function junitReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return {
    over({ results, tookMs, troubles }) {
      const flows = [...new Set(results.map(({ scenario }) => scenario.flow))];
      const suites = flows.map((flow) =>
        suite(
          flow,
          results.filter((each) => each.scenario.flow === flow),
        ),
      );
      const head = `<testsuites${xmlAttribute('name', 'flowbench')}${counts(results, troubles.length)}${time(tookMs)}>`;
      const lines = [head, ...suites.flat(), ...missingSuite(troubles), '</testsuites>', ''];
      write(['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n'));
    },
  };
}

/** What may be missing, as a suite of errors: a build server would take the rest for everything. */
function missingSuite(troubles: readonly string[]): readonly string[] {
  if (troubles.length === 0) return [];
  const cases = troubles.map((text) => {
    const message = xmlAttribute('message', text);
    return `    <testcase${xmlAttribute('name', text)}${xmlAttribute('classname', 'flowbench')}><error${message}${xmlAttribute('type', 'could-not-run')}/></testcase>`;
  });
  return [
    `  <testsuite${xmlAttribute('name', 'flowbench')}${counts([], troubles.length)}>`,
    ...cases,
    '  </testsuite>',
  ];
}

function suite(flow: string, results: readonly ReportedResult[]): readonly string[] {
  const tookMs = results.reduce((sum, each) => sum + each.tookMs, 0);
  const skipped = xmlAttribute('skipped', String(totals(results).skipped));
  return [
    `  <testsuite${xmlAttribute('name', flow)}${counts(results)}${skipped}${time(tookMs)}>`,
    ...results.flatMap((result) => testCase(flow, result)),
    '  </testsuite>',
  ];
}

function testCase(flow: string, result: ReportedResult): readonly string[] {
  const { scenario, tookMs } = result;
  const name = xmlAttribute('name', scenarioTitle(scenario));
  const inside = [...outcomeLines(result), ...tryElements(result), ...conversationElement(result)];
  const head = `    <testcase${name}${xmlAttribute('classname', flow)}${time(tookMs)}`;
  return inside.length === 0 ? [`${head}/>`] : [`${head}>`, ...inside, '    </testcase>'];
}

function outcomeLines(result: ReportedResult): readonly string[] {
  switch (result.outcome) {
    case 'passed':
      return [];
    case 'skipped':
      return ['      <skipped/>'];
    case 'failed':
      return [element('failure', result)];
    case 'not-run':
      return [element('error', result)];
  }
}

function element(tag: 'failure' | 'error', result: ReportedResult): string {
  const lines = failureLines(result);
  const type = xmlAttribute('type', tag === 'failure' ? 'expectation' : 'could-not-run');
  return `      <${tag}${xmlAttribute('message', lines[0] ?? '')}${type}>${xmlText(lines.join('\n'))}</${tag}>`;
}

/** The tries before, as Maven's Surefire writes them and build servers read them. */
function tryElements(result: ReportedResult): readonly string[] {
  const tag = isFlaky(result) ? 'flakyFailure' : 'rerunFailure';
  return result.failedTries.map((each) => {
    const lines = tryLines(each, result.nodeName);
    const message = xmlAttribute('message', lines[0] ?? '');
    return `      <${tag}${message}${xmlAttribute('type', 'expectation')}>${xmlText(lines.join('\n'))}</${tag}>`;
  });
}

function conversationElement({ events, nodeName, outcome }: ReportedResult): readonly string[] {
  const lines = outcome === 'passed' ? [] : conversationLines(events, nodeName);
  return lines.length === 0 ? [] : [`      <system-out>${xmlText(lines.join('\n'))}</system-out>`];
}

/** @param missing how many errors there are besides */
function counts(results: readonly ReportedResult[], missing = 0): string {
  const { failed, 'not-run': notRun } = totals(results);
  return [
    xmlAttribute('tests', String(results.length + missing)),
    xmlAttribute('failures', String(failed)),
    xmlAttribute('errors', String(notRun + missing)),
  ].join('');
}

function time(ms: number): string {
  return xmlAttribute('time', (ms / 1000).toFixed(3));
}
