// Reads the runners' own JSON reports, the only source of the totals that `npm test` prints.

/** @typedef {import('./step-result.mjs').Sums} Sums */

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: readonly string[] | null }} VitestTest
 * @typedef {{ name?: string, status?: string, message?: string, assertionResults?: readonly VitestTest[] }} VitestFile
 */

/**
 * Sums of a report of `vitest --reporter=json`. A file that could not be loaded counts as one failed test.
 *
 * @param {{ testResults?: readonly VitestFile[] }} report
 * @returns {Sums}
 */
export function sumVitestReport(report) {
  let passed = 0;
  const failures = [];
  for (const file of report.testResults ?? []) {
    const tests = file.assertionResults ?? [];
    if (tests.length === 0)
      failures.push(`${file.name ?? 'a file'}: ${firstLine(file.message) || 'holds no test'}`);
    for (const test of tests) {
      if (test.status === 'passed') passed += 1;
      else
        failures.push(`${test.fullName ?? 'a test'}: ${firstLine(test.failureMessages?.[0]) || test.status}`);
    }
  }
  return { passed, failed: failures.length, failures };
}

/**
 * @typedef {{ ok?: boolean, title?: string, tests?: readonly { status?: string }[] }} PlaywrightSpec
 * @typedef {{ title?: string, specs?: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * Sums of a report of `playwright test --reporter=json`. Flaky is failed: a test that needs luck proves nothing.
 *
 * @param {{ suites?: readonly PlaywrightSuite[], errors?: readonly { message?: string }[] }} report
 * @returns {Sums}
 */
export function sumPlaywrightReport(report) {
  let passed = 0;
  const failures = (report.errors ?? []).map(
    (error) => firstLine(error.message) || 'an error outside of the tests',
  );
  const visit = (/** @type {PlaywrightSuite} */ suite, /** @type {string} */ path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests ?? []) {
        if (test.status === 'expected') passed += 1;
        else failures.push(`${path} › ${spec.title ?? 'a test'}: ${test.status ?? 'no result'}`);
      }
    }
    for (const child of suite.suites ?? []) visit(child, `${path} › ${child.title ?? ''}`);
  };
  for (const suite of report.suites ?? []) visit(suite, suite.title ?? '');
  return { passed, failed: failures.length, failures };
}

/** @param {string | null | undefined} text */
const firstLine = (text) => (text ?? '').split('\n', 1)[0]?.trim() ?? '';
