// What was deleted can be had back, and what was typed before a sudden end is there: seen in the window.
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { environmentSchema } from '#shared/environment/environment.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { createEndpoint, endpointOpened, saved } from '../support/person.ts';
import { endpointsWorkspace } from '../support/endpoints-workspace.ts';
import { storyWorkspace } from '../support/story-workspace.ts';
import { pictureTaken } from '../support/photographer.ts';

const lookup = storyFlow({ name: 'Order lookup', nodes: [['Start', 'start', {}]], connections: [] });
const longName = 'A flow whose name is so long that no list of the window has room for all of it';
const returns = storyFlow({ name: longName, nodes: [['Start', 'start', {}]], connections: [] });

const side = (page: Page) => page.getByRole('complementary', { name: 'Side bar' });
const row = (page: Page, name: string) => side(page).getByRole('treeitem', { name, exact: true });
const deleted = (page: Page) => page.getByRole('list', { name: 'Deleted documents' });
const deletedRow = (page: Page, name: string) => deleted(page).getByRole('button', { name, exact: true });
const preview = (page: Page) => page.getByRole('region', { name: /^What is in / });
const picture = (name: string) => path.join('test-results-pictures', `${name}.png`);

async function trashShown(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Trash');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
}

test('deleted documents wait in the trash: looked into, restored and deleted for good', async ({
  launch,
}) => {
  const workspace = await storyWorkspace(lookup, returns);
  const first = await launch({ workspace, window: { width: 1280, height: 800 } });
  const { page, userData } = first;
  await trashShown(page);
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await pictureTaken(page, picture('trash-empty'));
  await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example', token: 'tok-trash-61f0' });
  await expect(page.getByText('set just now')).toBeVisible();
  await saved(page);
  await row(page, 'Shop API').press('Delete');
  await expect(page.getByText('Shop API deleted', { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await row(page, longName).press('Delete');
  await expect(row(page, longName)).toHaveCount(0);
  // Another program takes a file away: what was known of it is kept too.
  rmSync(path.join(workspace, 'flows/order-lookup.json'));
  await expect(page.getByText('Order lookup was removed on disk')).toBeVisible();

  await trashShown(page);
  await expect(deleted(page).getByRole('listitem')).toHaveCount(3);
  await deletedRow(page, 'Order lookup').click();
  await expect(page.getByRole('region', { name: 'What is in Order lookup' })).toContainText(
    'removed on disk',
  );
  await expect(page.getByLabel('File of Order lookup')).toContainText('"format": "flowbench.flow"');
  await pictureTaken(page, picture('trash-light'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await pictureTaken(page, picture('trash-dark'));
  expect(await axeFindings(page)).toEqual([]);
  // The name is taken by now, by a document and by a file.
  await page.keyboard.press('Control+N');
  const renaming = page.getByRole('textbox', { name: /^New name of / });
  await page.keyboard.press('F2');
  await renaming.fill('Order lookup');
  await page.keyboard.press('Enter');
  await expect.poll(() => existsSync(path.join(workspace, 'flows/order-lookup.json'))).toBe(true);

  await trashShown(page);
  await deletedRow(page, 'Order lookup').press('Enter');
  await preview(page).getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(page.getByText('It is Order lookup 2 now, since another has its name.')).toBeVisible();
  await deletedRow(page, 'Shop API').press('Enter');
  await preview(page).getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(deleted(page).getByRole('listitem')).toHaveCount(1);
  await deleted(page).getByRole('button').first().press('Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`Delete ${longName} for good?`);
  await page.keyboard.press('Escape');
  await expect(deleted(page).getByRole('listitem')).toHaveCount(1);
  await deleted(page).getByRole('button').first().press('Delete');
  await question.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expect.poll(() => existsSync(path.join(workspace, 'flows/order-lookup-2.json'))).toBe(true);
  await page.keyboard.press('Alt+2');
  await row(page, 'Shop API').click();
  await expect(page.getByText(/^set /).first()).toBeVisible();
  const [name = ''] = readdirSync(path.join(userData, 'workspaces'));
  expect(readdirSync(path.join(userData, 'workspaces', name, 'trash'))).toEqual([]);
});

test('after a sudden end the window says what came back, and undo goes on', async ({ launch }) => {
  const workspace = await endpointsWorkspace(['Shop API'], lookup);
  const first = await launch({ workspace });
  await endpointOpened(first.page);
  const description = (page: Page) => page.getByRole('textbox', { name: 'Description' });
  await description(first.page).fill('Typed before the end');
  await saved(first.page);
  // Nothing can be saved any more: another program has the file, and nobody has decided.
  const file = path.join(workspace, 'endpoints/shop-api.json');
  const theirs = { ...(JSON.parse(readFileSync(file, 'utf8')) as object), description: 'Theirs' };
  writeFileSync(file, JSON.stringify(theirs));
  await expect(first.page.getByRole('button', { name: 'Keep what is here' })).toBeVisible();
  await description(first.page).fill('Never in a file');
  await first.page.keyboard.press('Alt+1');
  await row(first.page, 'Order lookup').press('F2');
  await first.page.keyboard.type('Order tracking');
  await first.page.keyboard.press('Enter');
  await expect.poll(() => existsSync(path.join(workspace, 'flows/order-tracking.json'))).toBe(true);
  const [name = ''] = readdirSync(path.join(first.userData, 'workspaces'));
  const recovery = path.join(first.userData, 'workspaces', name, 'recovery');
  const notes = () => readdirSync(recovery).map((each) => readFileSync(path.join(recovery, each), 'utf8'));
  await expect.poll(() => notes().join()).toContain('Never in a file');
  await expect.poll(() => notes().join()).toContain('Order tracking');
  await killed(first);

  const { page, close } = await launch({
    userData: first.userData,
    workspace,
    window: { width: 1280, height: 800 },
  });
  const notice = page.getByLabel('Notifications');
  await expect(notice).toContainText('Flowbench was ended before it could close');
  await expect(notice).toContainText('Waiting for your decision: Shop API.');
  await expect(notice).toContainText('Order tracking');
  await pictureTaken(page, picture('recovery-notice'));
  const action = page.getByRole('button', { name: 'Show what was restored' });
  // A notification that has the focus takes no keys from the window.
  await action.focus();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('complementary', { name: 'Side bar' })).toContainText('Environments');
  await action.click();
  const dialog = page.getByRole('dialog', { name: 'What was restored' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await pictureTaken(page, picture('recovery-dialog'));
  expect(await axeFindings(page)).toEqual([]);
  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'Shop API' })
    .getByRole('button', { name: 'Show' })
    .click();
  await expect(description(page)).toHaveValue('Never in a file');
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  await saved(page);
  expect(readFileSync(file, 'utf8')).toContain('Never in a file');
  await page.keyboard.press('Alt+1');
  await row(page, 'Order tracking').click();
  await page.keyboard.press('Control+Z');
  await expect(row(page, 'Order lookup')).toBeVisible();
  await close();
  expect(readdirSync(recovery)).toEqual([]);
});

test('a tag and a cell count while they are typed: a sudden end does not take them, and Escape does', async ({
  launch,
}) => {
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Lost order'),
    name: 'Lost order',
    flow: lookup.id,
  });
  const environment = environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', 'Staging'),
    name: 'Staging',
    values: [{ name: 'host', value: 'shop.example' }],
  });
  const workspace = await storyWorkspace(lookup, scenario, environment);
  const first = await launch({ workspace, window: { width: 1280, height: 800 } });
  const { page } = first;
  const { keyboard } = page;
  const tags = () => {
    const file = path.join(workspace, 'scenarios/lost-order.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { tags: readonly string[] }).tags;
  };
  const host = () => {
    const file = path.join(workspace, 'environments/staging.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { values: readonly { value: string }[] }).values[0]
      ?.value;
  };
  await keyboard.press('Alt+4');
  await row(page, 'Lost order').click();
  await page.getByRole('button', { name: '+ Tag' }).click();
  const tag = page.getByRole('textbox', { name: 'New tag' });
  await keyboard.type('smo');
  await expect.poll(tags).toEqual(['smo']);
  await keyboard.type('ke');
  await expect.poll(tags).toEqual(['smoke']);
  await expect(tag).toBeFocused();
  await keyboard.press('Escape');
  await expect.poll(tags).toEqual([]);
  await page.getByRole('button', { name: '+ Tag' }).click();
  await keyboard.type('night');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove night' })).toBeVisible();
  await page.getByRole('button', { name: '+ Tag' }).click();
  await keyboard.type('smoke');
  await expect.poll(tags).toEqual(['night', 'smoke']);
  await expect(tag).toBeFocused();
  await killed(first);

  const second = await launch({ userData: first.userData, workspace, window: { width: 1280, height: 800 } });
  await expect(second.page.getByRole('button', { name: 'Remove smoke' })).toBeVisible();
  const cell = second.page.locator('[data-cell="0 1"]');
  const field = second.page.getByRole('textbox', { name: 'host in Staging' });
  await second.page.keyboard.press('Control+K');
  await second.page.keyboard.type('>Compare environments');
  await second.page.keyboard.press('Enter');
  await cell.dblclick();
  await second.page.keyboard.type('other.example');
  await expect.poll(host).toBe('other.example');
  await expect(field).toBeFocused();
  await second.page.keyboard.press('Escape');
  await expect.poll(host).toBe('shop.example');
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.type('third.example');
  await expect.poll(host).toBe('third.example');
  await expect(field).toBeFocused();
  await killed(second);

  const third = await launch({ userData: first.userData, workspace, window: { width: 1280, height: 800 } });
  await expect(third.page.locator('[data-cell="0 1"]')).toHaveText('third.example');
});

async function killed({ app }: LaunchedApp): Promise<void> {
  const exit = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await exit;
}
