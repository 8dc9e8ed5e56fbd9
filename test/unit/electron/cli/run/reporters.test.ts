// What reports make of hostile names and texts: well-formed XML in the shape that build servers know, lines that stay lines.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubReporter } from '#electron/cli/run/reporters/github.ts';
import type { FlowCoverage } from '#shared/scenario/coverage.ts';
import { htmlReporter } from '#electron/cli/run/reporters/html/html.ts';
import { humanReporter } from '#electron/cli/run/reporters/human.ts';
import { jsonLinesReporter } from '#electron/cli/run/reporters/json-lines.ts';
import { junitReporter } from '#electron/cli/run/reporters/junit.ts';
import type { ReportedResult, Reporter, ReporterPorts } from '#electron/cli/run/reporters/reporter.ts';
import { tapReporter } from '#electron/cli/run/reporters/tap.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import { ended, said, toldRun } from '../../../../support/told-scenario-run.ts';
import { readXml, type XmlElement } from '../../../../support/read-xml.ts';

/** The attributes and children of each element that Jenkins' schema of JUnit reports (junit-10.xsd) lets through. */
const shapes: Readonly<Record<string, { required: string[]; optional: string[]; children: string[] }>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url', 'group'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [] },
  error: { required: [], optional: ['type', 'message'], children: [] },
  skipped: { required: [], optional: ['type', 'message'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
};

function wrongIn({ attributes, children, name }: XmlElement): readonly string[] {
  const shape = shapes[name];
  if (shape === undefined) return [`<${name}>`];
  const has = Object.keys(attributes);
  return [
    ...shape.required.filter((each) => !has.includes(each)).map((each) => `${name} without ${each}`),
    ...has.filter((each) => ![...shape.required, ...shape.optional].includes(each)),
    ...children
      .filter((child) => !shape.children.includes(child.name))
      .map((child) => `${child.name} in ${name}`),
    ...children.flatMap(wrongIn),
  ];
}

const outcomes = ['passed', 'failed', 'not-run', 'skipped'] as const;
const result = (
  name: string,
  text: string,
  outcome: ReportedResult['outcome'],
  row: number | null,
): ReportedResult => ({
  scenario: { id: 'sc_aaaaaaaaaaaa', name, flow: text, file: 'scenarios/a.json', row, place: 1 },
  outcome,
  results:
    outcome === 'failed' ? [{ at: 0, title: name, passed: false, expected: text, actual: text, seq: 1 }] : [],
  trouble: outcome === 'not-run' ? text : null,
  events: outcome === 'failed' ? toldRun([said('Greet', text), ended()]) : [],
  nodeName: () => name,
  tookMs: 1234.5,
  failedTries: [],
  written: null,
});

function written(
  make: (ports: ReporterPorts) => Reporter,
  results: readonly ReportedResult[],
  coverage: readonly FlowCoverage[] | null = null,
): string {
  let text = '';
  const reporter = make({
    write: (more) => (text += more),
    style: terminalStyle({ isTTY: false, env: {} }),
    repositoryFile: (file) => file,
  });
  reporter.begun?.({ count: results.length, whole: results.length, shard: null });
  for (const each of results) reporter.ended?.(each);
  reporter.over({ results, tookMs: 2000, coverage, coverable: null, troubles: [] });
  return text;
}

const nasty = fc.string({
  unit: fc.constantFrom(
    'a',
    '"',
    "'",
    '<',
    '>',
    '&',
    ']]>',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001b[31m',
    '\ud800',
    '😀',
    '#',
    '\\',
    ':',
    ',',
    '%',
    '::error::',
    '\u2028',
  ),
  minLength: 1,
  maxLength: 8,
});
const someResults = fc.array(
  fc
    .tuple(nasty, nasty, fc.constantFrom(...outcomes), fc.option(fc.integer({ min: 1, max: 9 })))
    .map(([name, text, outcome, row]) => result(name, text, outcome, row)),
  { maxLength: 5 },
);

describe('the JUnit report', () => {
  it('is well-formed and has the shape that build servers read, whatever is in it', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        const root = readXml(written(junitReporter, results));
        expect(wrongIn(root)).toEqual([]);
        const cases = root.children.flatMap(({ children }) => children);
        expect(cases).toHaveLength(results.length);
        const failures = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
        expect(Number(root.attributes['failures'])).toBe(failures.length);
        for (const { attributes } of root.children) expect(attributes['time']).toMatch(/^\d{1,3}\.\d{3}$/);
      }),
    );
  });

  it('keeps texts as they are', () => {
    const text = 'a <b> & "c"\n\té😀';
    const root = readXml(written(junitReporter, [result('Happy & glorious', text, 'failed', 2)]));
    const [suite] = root.children;
    const [scenario] = suite!.children;
    expect(scenario!.attributes).toMatchObject({
      name: 'Happy & glorious, row 2',
      classname: text,
      time: '1.234',
    });
    expect(scenario!.children[0]!.text).toContain('expected: a <b> & "c"\n');
    expect(scenario!.children.map(({ name }) => name)).toEqual(['failure', 'system-out']);
    expect(scenario!.children[1]!.text).toContain('Bot: a <b> & "c"');
  });
});

describe('the other reports', () => {
  it('of TAP have a point for each scenario on a line of its own', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        const lines = written(tapReporter, results).split('\n');
        expect(lines.slice(0, 2)).toEqual(['TAP version 14', `1..${String(results.length)}`]);
        const points = lines.filter((line) => /^(not )?ok /.test(line));
        expect(points.map((line) => line.startsWith('ok'))).toEqual(
          results.map(({ outcome }) => outcome === 'passed' || outcome === 'skipped'),
        );
        for (const line of points)
          expect(line.replaceAll(/\\./g, '').replace(/ # SKIP$/, '')).not.toContain('#');
      }),
    );
  });

  it('for GitHub are commands of one line each, one for each failure and one at the end', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        const lines = written(githubReporter, results)
          .split(/\r|\n/)
          .filter((line) => line !== '');
        const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-run');
        expect(lines).toHaveLength(failed.length + 1);
        for (const line of lines.slice(0, -1))
          expect(line).toMatch(/^::error file=scenarios\/a\.json,title=[^:,]*::/);
      }),
    );
  });

  it('for people do nothing to a terminal', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        expect(written(humanReporter, results)).not.toMatch(/(?!\n|\t)[\p{Cc}\u2028]/u);
      }),
    );
  });

  it('for programs are JSON on every line', () => {
    const lines = written(jsonLinesReporter, [
      result('A', 'b', 'passed', null),
      result('C', 'd', 'failed', 1),
    ])
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      'begun',
      'scenario',
      'scenario',
      'over',
    ]);
    expect(JSON.parse(lines[2]!)).toMatchObject({
      name: 'C',
      row: 1,
      outcome: 'failed',
      expectations: [{ seq: 1 }],
    });
    expect(JSON.parse(lines[3]!)).toEqual({
      type: 'over',
      passed: 1,
      failed: 1,
      'not-run': 0,
      skipped: 0,
      flaky: 0,
      tookMs: 2000,
      troubles: [],
    });
  });
});

it('the reader of XML refuses what is not well-formed', () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  for (const bad of [
    '<a>',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a>&x;</a>',
    '<a>&amp</a>',
    '<a>\u0000</a>',
    '<a/><b/>',
    '<a>]]></a>',
    '<a b="<"/>',
  ])
    expect(() => readXml(head + bad)).toThrow();
  expect(readXml(`${head}<a b="&quot;&#10;">x&lt;<c/></a>`)).toMatchObject({
    text: 'x<',
    attributes: { b: '"\n' },
  });
});

describe('the HTML report', () => {
  it('makes no tag, attribute or address of what is in it', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        const page = written(htmlReporter, results);
        // Every tag is one of the report's own, with attributes that are its own.
        const body = page.slice(page.indexOf('<body>'));
        for (const [tag, name = ''] of body.matchAll(/<\/?([^\s>]*)[^>]*>/g)) {
          expect(ownTags, tag).toContain(name);
          expect(tag).toMatch(/^<\/?[a-z0-9]+( [a-z-]+(="[^"<>]*")?)*>$/);
        }
        expect(body).not.toMatch(/<[^>]* (on\w+|src|style|href="[^#])/);
        expect(page).not.toContain('\0');
      }),
    );
  });

  it('keeps texts as they are, and leads from a failure to its event', () => {
    const page = written(htmlReporter, [result('A <b>bold</b> one', 'It is & "was"', 'failed', 2)]);
    expect(page).toContain('A &lt;b&gt;bold&lt;/b&gt; one, row 2');
    expect(page).toContain('<pre>It is &amp; &quot;was&quot;</pre>');
    expect(page).toContain('href="#s1-event-1"');
    expect(page).toContain('id="s1-event-1"');
  });

  it('counts nodes, exits and statuses that were come to, and names the others', () => {
    const missed = (...words: readonly string[]) =>
      words.map((each) => ({ nodeId: storyId('nd', each), words: each }));
    const none = { covered: 0, of: 0, missed: [] };
    const page = written(
      htmlReporter,
      [],
      [
        {
          flow: 'Calls',
          nodes: { covered: 3, of: 4, missed: missed('"Say"') },
          exits: { covered: 2, of: 5, missed: missed('"Get" by failure') },
          statuses: { covered: 1, of: 8, missed: missed('"Get" with <exception>') },
        },
        { flow: 'Talks', nodes: { covered: 1, of: 1, missed: [] }, exits: none, statuses: none },
      ],
    );
    const cells = [...page.matchAll(/<t[hd](?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
    expect(cells).toEqual([
      ...['Flow', 'Nodes', 'Exits', 'Statuses of calls', 'Never come to'],
      ...['Calls', '3 of 4', '2 of 5', '1 of 8'],
      '"Say", "Get" by failure, "Get" with <exception>'
        .replaceAll('"', '&quot;')
        .replace('<', '&lt;')
        .replace('>', '&gt;'),
      ...['Talks', '1 of 1', 'none', 'none', ''],
    ]);
  });
});

const ownTags = [
  'a',
  'body',
  'details',
  'div',
  'footer',
  'h1',
  'h2',
  'h3',
  'header',
  'html',
  'main',
  'p',
  'pre',
  'span',
  'summary',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
];
