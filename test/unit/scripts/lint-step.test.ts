// A lint is spared only where it could find nothing new: any changed file of the project may make a rule object elsewhere.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lintStep } from '../../../scripts/steps/lint-step.mjs';
import { describeStep } from '../../../scripts/steps/step-result.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-lint-'));
  await edit('shared/one.ts', 'old');
  await edit('eslint.config.js', 'strict');
  await edit('package-lock.json', 'libraries');
});
afterEach(() => rm(root, { recursive: true }));

async function edit(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
}

/** Lints with a tool that passes or does not; tells whether it was run, and what the step says of itself. */
async function lint(failed = 0) {
  let ran = false;
  const step = await lintStep(
    () => {
      ran = true;
      return Promise.resolve({
        name: 'lint',
        passed: 1 - failed,
        failed,
        failures: [],
        output: '',
        durationMs: 1,
      });
    },
    root,
    'node_modules/stamp',
  );
  return { ran, failed: step.failed, passed: step.passed, line: describeStep(step) };
}

it('runs the first time and says when it was spared', async () => {
  expect(await lint()).toMatchObject({ ran: true, passed: 1 });
  const second = await lint();
  expect(second).toMatchObject({ ran: false, passed: 1, failed: 0 });
  expect(second.line).toMatch(/^✓ lint .* passed before, and nothing has changed since$/);
});

it.each(['shared/one.ts', 'shared/new.ts', 'eslint.config.js', 'package-lock.json', '.prettierrc.json'])(
  'runs again after %s has changed',
  async (name) => {
    await lint();
    await edit(name, 'new');
    expect(await lint()).toMatchObject({ ran: true });
  },
);

it('does not mind what is made out of the project', async () => {
  await lint();
  await edit('out/main/main.js', 'built');
  await edit('test-results/report.json', '{}');
  expect(await lint()).toMatchObject({ ran: false });
});

it('runs again until it has passed, also when the edits are undone', async () => {
  await lint();
  await edit('shared/one.ts', 'wrong');
  expect(await lint(1)).toMatchObject({ ran: true, failed: 1 });
  expect(await lint(1)).toMatchObject({ ran: true, failed: 1 });
  await edit('shared/one.ts', 'old');
  expect(await lint()).toMatchObject({ ran: true });
});
