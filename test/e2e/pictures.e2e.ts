// Every view of the example, photographed in light and dark at two sizes and looked over by axe. The pictures are build output.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answer, conversation, inspect } from '../support/person.ts';
import { photographer, pictureSizes, startedAt, type Look } from '../support/photographer.ts';

test.use({ sharesWindow: true });

for (const size of pictureSizes('dark')) {
  const width = String(size.width);

  test(`every view of the example at ${width}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const started = await launch({ workspace: null, args: ['--open-example'], ...startedAt(size) });
    const look = await photographer(started, { folder: `example-${width}`, axeIn: size.axeIn });
    await flowViews(started, look);
    await responseViews(started.page, look);
    await canvasViews(started.page, look);
    await documentViews(started.page, look);
  });
}

test('axe finds a button without a name where there is one', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(() =>
    document.querySelector('main, [role=main]')?.append(document.createElement('button')),
  );
  expect((await axeFindings(page)).map(([rule]) => rule)).toEqual(['button-name']);
});

const panelOf = (page: Page) => page.getByRole('region', { name: 'Panel', exact: true });
const outlined = (page: Page, name: string) =>
  page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name, exact: true }).click();
const inspectorOf = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

async function flowViews({ page }: LaunchedApp, look: Look): Promise<void> {
  await look('flow-before-run');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  await look('run-waiting');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  for (const [node, name] of [
    ['Start', 'start'],
    ['Greeting', 'message'],
    ['Order number', 'prompt'],
  ] as const) {
    await inspect(page, node);
    await look(`inspector-${name}`);
  }
  await inspect(page, 'Get order');
  await expect(page.getByLabel('Request as it will be sent')).toContainText('/orders/10482');
  await look('flow');
  for (const tab of ['Body', 'Response', 'Retry', 'Exits']) {
    await inspectorOf(page).getByRole('tab', { name: tab }).click();
    await look(`inspector-${tab.toLowerCase()}`);
  }
  // The outline brings what it picks into view; a card out of view cannot be clicked.
  await outlined(page, 'End');
  await look('inspector-end');
  await outlined(page, 'Get order');
}

async function responseViews(page: Page, look: Look): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole('tab', { name: 'Variables' }).click();
  await look('variables');
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect(panel.getByRole('group', { name: 'Body' })).toContainText('status');
  await look('response-beside');
  await page.keyboard.press('Control+Shift+J');
  await look('response');
  for (const tab of ['Headers', 'Request', 'Timing']) {
    await panel.getByRole('tab', { name: tab }).click();
    await look(`response-${tab.toLowerCase()}`);
  }
  await page.keyboard.press('Control+Shift+J');
  await panel.getByRole('tab', { name: 'Timeline' }).click();
}

async function canvasViews(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('order');
  await look('palette');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Resources' }).click();
  await look('menu-resources');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Acme Shop' }).click();
  await look('menu-workspace');
  await page.keyboard.press('Escape');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Environment:/ })
    .click();
  await look('menu-environment');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New document' }).click();
  await look('menu-new');
  await page.keyboard.press('Escape');
  const flows = page.getByRole('tree', { name: 'Flows' });
  await flows.getByRole('treeitem', { name: 'User greeting', exact: true }).click({ button: 'right' });
  await look('menu-context');
  await page.keyboard.press('Escape');

  await inspect(page, 'Get order');
  await page.locator('[data-canvas]').press('/');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await look('quick-pick');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+A');
  await look('several-selected');
  await page.keyboard.press('Escape');
  await flows.getByRole('treeitem', { name: 'User greeting', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await look('toast');
  await page.getByRole('button', { name: 'Undo' }).click();
}

async function documentViews(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Alt+2');
  const endpoints = page.getByRole('tree', { name: 'API Endpoints' });
  await endpoints.getByRole('treeitem', { name: 'Sample API' }).click();
  await look('endpoint');
  await page.getByRole('button', { name: 'Send a test request' }).click();
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill('/orders/10482');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(form).toContainText('200 OK');
  await look('endpoint-tested');

  await page.getByRole('radio', { name: 'Bearer token' }).click();
  await page.getByPlaceholder('Paste the token').fill('tok-4f2a');
  await page.keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
  await look('endpoint-secret');
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('confirm');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('alertdialog', { name: /Forget/ })).toHaveCount(0);

  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog', { name: 'New API endpoint' })).toBeVisible();
  await page.getByRole('radio', { name: 'Bearer token' }).click();
  await look('new-endpoint');
  await page.keyboard.press('Escape');

  await endpoints.getByRole('treeitem', { name: 'Carrier API' }).click();
  await look('endpoint-retries');
  await page.keyboard.press('Alt+3');
  await page.getByRole('list', { name: 'Environments' }).getByRole('button').first().click();
  await look('environment');
}
