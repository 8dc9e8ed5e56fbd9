// The closing line of `npm test` is only worth something if nothing can hide from these sums.
import { describe, expect, it } from 'vitest';
import { runSteps, totalOf, withoutExcuses } from '../../../scripts/steps/step-result.mjs';
import { sumPlaywrightReport, sumVitestReport } from '../../../scripts/steps/sum-reports.mjs';

describe('a report of vitest', () => {
  const file = (...statuses: readonly string[]) => ({
    name: '/p/a.test.ts',
    status: 'passed',
    assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
  });

  it('counts what passed', () => {
    expect(sumVitestReport({ testResults: [file('passed', 'passed'), file('passed')] })).toEqual({
      passed: 3,
      failed: 0,
      failures: [],
    });
  });

  it.each(['failed', 'skipped', 'pending', 'todo', 'disabled'])('counts %s as failed', (status) => {
    const sums = sumVitestReport({ testResults: [file('passed', status)] });
    expect(sums).toMatchObject({ passed: 1, failed: 1, failures: [`test 1: ${status}`] });
  });

  it('counts a file that could not be loaded as one failed test', () => {
    const broken = {
      name: '/p/b.test.ts',
      status: 'failed',
      message: 'No such module\nat x',
      assertionResults: [],
    };
    expect(sumVitestReport({ testResults: [broken] })).toEqual({
      passed: 0,
      failed: 1,
      failures: ['/p/b.test.ts: No such module'],
    });
  });
});

describe('a report of Playwright', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('counts tests of nested suites', () => {
    const report = {
      suites: [
        {
          title: 'story.e2e.ts',
          specs: [spec('opens', 'expected')],
          suites: [{ title: 'by keyboard', specs: [spec('runs', 'expected'), spec('quits', 'unexpected')] }],
        },
      ],
    };
    expect(sumPlaywrightReport(report)).toEqual({
      passed: 2,
      failed: 1,
      failures: ['story.e2e.ts › by keyboard › quits: unexpected'],
    });
  });

  it.each(['skipped', 'flaky', 'unexpected'])('counts %s as failed', (status) => {
    expect(sumPlaywrightReport({ suites: [{ specs: [spec('opens', status)] }] })).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  it('counts errors outside of the tests', () => {
    expect(sumPlaywrightReport({ suites: [], errors: [{ message: 'Cannot read\nthe rest' }] })).toEqual({
      passed: 0,
      failed: 1,
      failures: ['Cannot read'],
    });
  });
});

describe('a runner', () => {
  const fine = { passed: 3, failed: 0, failures: [] };

  it('has passed when tests ran, none failed and it ended well', () => {
    expect(withoutExcuses(fine, 0)).toEqual(fine);
  });

  it('has failed when it left no report, ran nothing or ended badly', () => {
    expect(withoutExcuses(null, 0).failed).toBe(1);
    expect(withoutExcuses({ passed: 0, failed: 0, failures: [] }, 0).failed).toBe(1);
    expect(withoutExcuses(fine, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('is not blamed twice', () => {
    expect(withoutExcuses({ passed: 2, failed: 1, failures: ['x'] }, 1).failed).toBe(1);
  });
});

describe('steps', () => {
  const step = (name: string, failed: number) => () =>
    Promise.resolve({ name, passed: 1, failed, failures: [], output: '', durationMs: 1 });

  it('add up', () => {
    expect(
      totalOf([
        { passed: 2, failed: 1 },
        { passed: 40, failed: 0 },
      ]),
    ).toEqual({ passed: 42, failed: 1 });
  });

  it('all run, whichever fails, never more than allowed at a time', async () => {
    let running = 0;
    let most = 0;
    const counted = (name: string) => async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return step(name, name === 'b' ? 1 : 0)();
    };
    const shown: string[] = [];
    const results = await runSteps(['a', 'b', 'c', 'd'].map(counted), 2, (text) => shown.push(text));
    expect(shown).toHaveLength(4);
    expect(results.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(most).toBe(2);
  });

  it('fail alone where one throws', async () => {
    const broken = () => Promise.reject(new Error('no such program'));
    const results = await runSteps([broken, step('a', 0), step('b', 0)], 2, () => undefined);
    expect(totalOf(results)).toEqual({ passed: 2, failed: 1 });
    expect(results.flatMap(({ failures }) => failures)).toEqual(['no such program']);
  });
});
