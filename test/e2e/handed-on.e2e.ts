// From hand to hand: a conversation becomes a scenario and a bundle, which the command line runs where there is neither
// application nor display nor network; and what fails in the window fails there in the same words.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { inProject } from '../../scripts/steps/project.mjs';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { answer, conversation, saved } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';
import { readXml, type XmlElement } from '../support/read-xml.ts';

test.use({ sharesWindow: true });

const result = (page: Page): Locator => page.getByRole('region', { name: 'Result', exact: true });
const failure = 'the conversation is as in the snapshot';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-handed-on-'));
});
test.afterEach(() => removeFolders(folder));

test('a conversation becomes a scenario with one click, passes, and gives the same result by the command line alone', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const launched = await launch({
    workspace: null,
    args: ['--open-example'],
    ...startedAt({ width: 1280, height: 800 }),
  });
  const { page } = launched;
  await page.keyboard.press('Control+Enter');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  // Whoever is played from now on is not who talked.
  await page.getByRole('button', { name: 'More for the Simulator' }).click();
  await page.getByRole('menuitem', { name: 'Test persona…' }).click();
  const persona = page.getByRole('dialog', { name: 'Test persona' });
  await persona.getByLabel('Platform').fill('whatsapp');
  await persona.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Record as scenario' }).click();

  // Its name is asked for in place.
  const tree = page.getByRole('tree', { name: 'Scenarios' });
  await expect(tree.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(tree.getByRole('treeitem', { name: /^By hand/ })).toBeVisible();
  await expect(result(page)).toContainText('passed in', { timeout: 20_000 });
  await expect(result(page).getByRole('img', { name: 'not met' })).toHaveCount(0);
  await saved(page);

  const good = await exported(launched, 'good.flowbundle.json');
  expect((await readFile(good, 'utf8')).replaceAll(/\s/g, '')).toContain('"persona":{"platform":"web"');
  expect(await runAlone(good)).toMatchObject({ code: 0, told: '1 passed' });

  // It is run from the flow too, which the export has shown.
  await page
    .getByRole('region', { name: 'Panel', exact: true })
    .getByRole('tab', { name: 'Scenarios' })
    .click();
  const listed = page.getByRole('list', { name: /^Scenarios of / });
  await listed.getByRole('button', { name: 'Run By hand' }).click();
  const row = listed
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'By hand', exact: true }) });
  await expect(row).toContainText('passed in', { timeout: 20_000 });

  await page.getByRole('tab', { name: 'By hand' }).click();
  const said = page.getByRole('list', { name: 'Answers' }).getByLabel('Text', { exact: true });
  await said.fill('10481');
  await saved(page);
  await result(page).getByRole('button', { name: 'Run the scenario' }).click();
  await expect(result(page)).toContainText('failed in', { timeout: 20_000 });
  await expect(result(page)).toContainText(failure);
  await expect(result(page)).toContainText('You: 10481');

  const broken = await exported(launched, 'broken.flowbundle.json');
  const { code, junit, html } = await runAlone(broken);
  expect(code).toBe(1);
  const [failed] = elements(junit, 'failure');
  expect(`${failed?.attributes['message'] ?? ''} ${failed?.text ?? ''}`).toContain(failure);
  expect(failed?.text).toContain('You: 10481');
  expect(html).toContain(failure);
  expect(html).toContain('10481');
});

/** Exports the flow that is looked up in the example, by the palette. */
async function exported(launched: LaunchedApp, name: string): Promise<string> {
  const { page } = launched;
  const file = path.join(folder, name);
  await answerDialogs(launched, { saveFile: file });
  await page.keyboard.press('Alt+1');
  await page
    .getByRole('tree', { name: 'Flows' })
    .getByRole('treeitem', { name: 'Order lookup', exact: true })
    .click();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Export as a bundle');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export a bundle' });
  await expect(dialog.getByRole('region', { name: 'What goes in' })).toContainText('By hand');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('The bundle is exported', { exact: true }).last()).toBeVisible();
  return file;
}

/** Runs the recorded scenario of a bundle in a process that has no network, no display and nothing of the application. */
async function runAlone(bundle: string) {
  const xml = path.join(folder, 'report.xml');
  const html = path.join(folder, 'report.html');
  const reporters = ['human', `junit=${xml}`, `html=${html}`].flatMap((each) => ['--reporter', each]);
  const command = [inProject('out', 'cli', 'flowbench.js'), 'run', bundle, '--scenario', 'By hand'];
  const ended = await promisify(execFile)(
    'unshare',
    ['--map-root-user', '--net', process.execPath, ...command, ...reporters],
    { cwd: folder, env: { PATH: process.env['PATH'] } },
  ).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: unknown) => error as { code: number; stdout: string },
  );
  return {
    code: ended.code,
    told: /\d+ (?:passed|failed)/.exec(ended.stdout)?.[0],
    junit: readXml(await readFile(xml, 'utf8')),
    html: await readFile(html, 'utf8'),
  };
}

function elements(within: XmlElement, name: string): readonly XmlElement[] {
  return within.children.flatMap((each) => [...(each.name === name ? [each] : []), ...elements(each, name)]);
}
