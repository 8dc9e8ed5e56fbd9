// The HTML report of `flowbench run` as a browser shows it: readable in both themes, clean for axe, alone on its page.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, expect, type Page } from '@playwright/test';
import { inProject } from '../../scripts/steps/project.mjs';
import { exampleFolder } from '../stories/order-lookup.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { callingWorkspace } from '../support/calling-workspace.ts';
import { ran } from '../support/command-line.ts';
import { childEnvironment, electronRuntime, launchSwitches } from '../support/launch-app.ts';
import { HttpRecorder } from '../support/servers/http-recorder.ts';
import { pictureTaken } from '../support/photographer.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-report-'));
  await cp(exampleFolder, path.join(folder, 'example'), { recursive: true });
  const scenario = path.join(folder, 'example/scenarios/order-lookup/happy-path.json');
  await writeFile(scenario, (await readFile(scenario, 'utf8')).replace('Your order is', 'Your parcel is'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const pictures = path.resolve('test-results-pictures', 'run-report');

test('a run that failed is one page: what was expected and what came, talk, calls and events', async () => {
  const file = path.join(folder, 'report.html');
  const flowbench = inProject('out', 'cli', 'flowbench.js');
  const args = [flowbench, 'run', 'example', '--coverage', '--reporter', `html=${file}`];
  expect(() => execFileSync(process.execPath, args, { cwd: folder })).toThrow(/failed/);

  const app = await shownInBrowser(file);
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { name: 'Some scenarios did not pass' })).toBeVisible();
    const failed = page.locator('details', { hasText: 'Happy path' }).first();
    await expect(failed).toHaveAttribute('open');
    await expect(failed.getByText('Expected', { exact: true })).toBeVisible();
    await expect(page.locator('details', { hasText: 'Unknown orders, row 2' }).first()).not.toHaveAttribute(
      'open',
    );
    await photographed(page, 'failed');

    // The timeline is closed, and opens for whoever is led into it.
    await failed
      .getByRole('link', { name: /^event \d+$/ })
      .first()
      .click();
    await expect(failed.locator('tr:target')).toBeInViewport();
    await photographed(page, 'timeline');
    const asked = await app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked);
    expect(asked).toEqual([pathToFileURL(file).href]);
  } finally {
    await app.close();
  }
});

test('what is flaky and what is missing stand out, and are no failures', async () => {
  // Every second answer is bad, so each scenario passes when it is run again.
  await using server = await HttpRecorder.start(
    (_, number) => `HTTP/1.1 ${number % 2 === 0 ? '503 Busy' : '200 OK'}\r\nContent-Length: 0\r\n\r\n`,
  );
  const names = ['Answers', 'Answers again', 'Greets', 'Says what it was', 'Thanks', 'Waits'];
  await callingWorkspace(path.join(folder, 'calls'), server.origin, names);
  const part = ['--shard', '1/2', '--retries', '2', '--reporter', 'json=part-1.jsonl'];
  expect(await ran(['run', 'calls', ...part], { folder })).toMatchObject({ code: 0 });
  const file = path.join(folder, 'merged.html');
  const merge = ['report', 'merge', 'part-1.jsonl', '--reporter', `html=${file}`];
  expect((await ran(merge, { folder })).errors).toContain('Part 2 of 2 is missing.');
  const app = await shownInBrowser(file);
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { name: 'Some scenarios may be missing' })).toBeVisible();
    await expect(page.getByText('Part 2 of 2 is missing.')).toBeVisible();
    const flaky = page.locator('details', { hasText: 'flaky: passed at try 2' }).first();
    await expect(flaky).not.toHaveAttribute('open');
    // A view has to be read once in each theme, not in each size.
    const sizes = [
      { width: 1280, height: 800, axeIn: 'light' },
      { width: 1920, height: 1080, axeIn: 'dark' },
    ];
    for (const { axeIn, ...size } of sizes) {
      await page.setViewportSize(size);
      await photographed(page, `flaky-${String(size.width)}`, [axeIn]);
    }
    await flaky.locator('summary').first().press('Enter');
    await expect(flaky.getByRole('heading', { name: 'Tries that failed' })).toBeVisible();
    await photographed(page, 'flaky-open');
  } finally {
    await app.close();
  }
});

/** A plain window of the browser engine with the page. */
async function shownInBrowser(file: string) {
  const { program } = await electronRuntime();
  return _electron.launch({
    executablePath: program,
    args: [
      '-r',
      inProject('test', 'support', 'hold-ready.cjs'),
      inProject('test', 'support', 'plain-window'),
      ...launchSwitches(path.join(folder, 'browser')),
      file,
    ],
    env: childEnvironment(),
  });
}

/** In both themes, which the page takes from the system; axe reads it in some of them. */
async function photographed(
  page: Page,
  name: string,
  axeIn: readonly string[] = ['light', 'dark'],
): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await pictureTaken(page, path.join(pictures, `${name}-${colorScheme}.png`));
    if (axeIn.includes(colorScheme))
      expect.soft(await axeFindings(page), `${name} in ${colorScheme}`).toEqual([]);
  }
}
