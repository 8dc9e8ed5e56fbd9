// JUnit reports are valid by a schema, and it is libxml2 that says so: reports of the example, and of names and texts that
// nobody would give.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { junitReporter } from '#electron/cli/run/reporters/junit.ts';
import type { ReportedResult } from '#electron/cli/run/reporters/reporter.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { ended, said, toldRun } from '../../support/told-scenario-run.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

/** What xmllint has against some files; nothing where all are valid. */
function wrongIn(...files: readonly string[]): string {
  const schema = inProject('test', 'fixtures', 'junit-report.xsd');
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, ...files], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}

const nasty = fc.string({
  unit: fc.constantFrom(
    'a',
    '"',
    "'",
    '<',
    '&',
    ']]>',
    '\n',
    '\t',
    '\0',
    '\u001b[31m',
    '\ud800',
    '😀',
    '\ufffe',
  ),
  minLength: 1,
  maxLength: 8,
});

const someResult = fc
  .record({
    name: nasty,
    text: nasty,
    outcome: fc.constantFrom('passed', 'failed', 'not-run', 'skipped'),
    tries: fc.integer({ min: 0, max: 2 }),
    tookMs: fc.double({ min: 0, max: 5_000_000, noNaN: true }),
  })
  .map(({ name, outcome, text, tookMs, tries }): ReportedResult => {
    const hasRun = outcome === 'passed' || outcome === 'failed';
    const events = toldRun([said('Greet', text), ended()]);
    const wrong = { at: 0, title: name, passed: false, expected: text, actual: text, seq: 1 };
    const once = { results: [wrong], events, tookMs };
    return {
      scenario: { id: 'sc_aaaaaaaaaaaa', name, flow: text, file: null, row: null, place: 1 },
      outcome,
      results: outcome === 'failed' ? [wrong] : [],
      trouble: outcome === 'not-run' ? text : null,
      events: hasRun ? events : [],
      nodeName: () => name,
      tookMs,
      failedTries: hasRun ? Array.from({ length: tries }, () => once) : [],
      written: null,
    };
  });

describe.runIf(existsSync('/usr/bin/xmllint'))('a JUnit report is valid', () => {
  test('of a run that passes, and of one in which everything goes wrong', async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    await ran(['run', 'example', '--reporter', 'junit=passed.xml'], { folder: folder.path });
    const scenario = folder.file('example', 'scenarios', 'order-lookup', 'happy-path.json');
    await writeFile(scenario, (await readFile(scenario, 'utf8')).replace('is shipped.', 'is <lost> & gone.'));
    await writeFile(folder.file('example', 'scenarios', 'broken.json'), '{');
    const gone = folder.file('example', 'flows', 'tea-chat.json');
    await writeFile(gone, '');
    const { code } = await ran(['run', 'example', '--retries', '1', '--reporter', 'junit=failed.xml'], {
      folder: folder.path,
    });
    expect(code).toBe(1);
    expect(await readFile(folder.file('failed.xml'), 'utf8')).toMatch(/<rerunFailure [\s\S]*<error /);
    expect(wrongIn('passed.xml', 'failed.xml')).toBe('');
  });

  test('whatever is in it', async () => {
    const reports = fc.sample(
      fc.tuple(fc.array(someResult, { maxLength: 5 }), fc.array(nasty, { maxLength: 2 })),
      { numRuns: 150, seed: 1 },
    );
    const files = reports.map((_, at) => `${String(at)}.xml`);
    for (const [at, [results, troubles]] of reports.entries()) {
      let text = '';
      const reporter = junitReporter({ write: (more) => (text += more) });
      reporter.over({ results, troubles, tookMs: 12.3456, coverage: null, coverable: null });
      await writeFile(folder.file(files[at] ?? ''), text);
    }
    expect(wrongIn(...files)).toBe('');
  });

  test('and the checker refuses what is not', async () => {
    const bad = '<testsuites tests="1" failures="0" errors="none"><testcase/></testsuites>';
    await writeFile(folder.file('bad.xml'), bad);
    expect(wrongIn('bad.xml')).toContain("'none' is not a valid value");
  });
});
