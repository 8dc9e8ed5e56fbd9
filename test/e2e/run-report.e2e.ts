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
import { childEnvironment, electronRuntime, launchSwitches } from '../support/launch-app.ts';

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
  await mkdir(pictures, { recursive: true });

  const { program } = await electronRuntime();
  const app = await _electron.launch({
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

/** In both themes, which the page takes from the system. */
async function photographed(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}.png`) });
    expect.soft(await axeFindings(page), `${name} in ${colorScheme}`).toEqual([]);
  }
}
