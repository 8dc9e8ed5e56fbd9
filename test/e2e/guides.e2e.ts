// What the guides tell, done as they tell it in the example, and the pictures that they show.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import {
  answer,
  choose,
  connect,
  conversation,
  createFlow,
  dragNode,
  inspect,
  saved,
} from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

test('the first flow, a look back into its run, and a fault', async ({ launch }) => {
  test.setTimeout(120_000);
  const started = await launch({
    workspace: null,
    args: ['--open-example'],
    ...startedAt({ width: 1280, height: 800 }),
  });
  const { page } = started;
  const look = await photographer(started, { folder: 'guides', themes: ['light'], axeIn: null });

  await drawn(page);
  await look('first-flow');
  await page.keyboard.press('Control+Enter');
  await answer(page, '9');
  await expect(conversation(page)).toContainText('Hello, Zoë "Zo" Müller!');
  await expect(conversation(page)).toContainText('Run ended');
  await look('first-run');
  await page.keyboard.press('Control+Enter');
  await answer(page, '10');
  await expect(conversation(page)).toContainText('There is nobody with the number 10.');

  await inspect(page, 'Get user');
  await page.locator('[data-canvas]').press('F9');
  await page.keyboard.press('F5');
  await answer(page, '7');
  const bar = page.getByRole('region', { name: 'Debugger' });
  await expect(bar).toContainText('Paused at Get user');
  await look('debugging');
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Hello, Ana Sousa!');
  await page.locator('[data-canvas]').press('F9');

  const meter = page.getByRole('button', { name: /^exits/ });
  // The Simulator shows another flow than the one it began with, and counts for that.
  await expect(meter).toHaveAccessibleName('exits 6 of 9 taken');
  await meter.click();
  await page
    .getByRole('dialog', { name: 'Exits never taken' })
    .getByRole('button', { name: 'Fault this: error of Get user' })
    .click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await answer(page, '7');
  await expect(conversation(page)).toContainText('The shop does not answer.');
  await look('fault');
});

async function drawn(page: Page): Promise<void> {
  await createFlow(page);
  const row = page
    .getByRole('tree', { name: 'Flows' })
    .getByRole('treeitem', { name: 'New flow', exact: true });
  await row.press('F2');
  await page.keyboard.type('Greet a customer');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+B');
  await dragNode(page, 'Prompt', { x: 290, y: 110 }, 'User number');
  await page.getByLabel('Question').fill('What is your number? Try 7.');
  await choose(page, 'Answer', 'Number');
  await page.getByLabel('Variable', { exact: true }).fill('user_id');
  await dragNode(page, 'API Call', { x: 510, y: 110 }, 'Get user');
  await choose(page, 'API endpoint', 'Sample API');
  await page.getByLabel('Path', { exact: true }).fill('/users/{{user_id}}');
  await page.getByLabel('Response variable').fill('user_data');
  await page.getByRole('tab', { name: 'Exits' }).click();
  await page.getByRole('textbox', { name: 'Another exit' }).fill('404');
  await page.keyboard.press('Enter');
  await dragNode(page, 'Message', { x: 740, y: 20 }, 'Hello');
  await page.getByLabel('Text').fill('Hello, {{user_data.body.name}}!');
  await dragNode(page, 'Message', { x: 740, y: 130 }, 'Nobody');
  await page.getByLabel('Text').fill('There is nobody with the number {{user_id}}.');
  await dragNode(page, 'Message', { x: 740, y: 240 }, 'Apology');
  await page.getByLabel('Text').fill('The shop does not answer.');
  await dragNode(page, 'End', { x: 510, y: 320 }, 'End');
  await connect(page, 'Start', 'next', 'User number');
  await connect(page, 'User number', 'next', 'Get user');
  await connect(page, 'Get user', 'success', 'Hello');
  await connect(page, 'Get user', 'error', 'Apology');
  await connect(page, 'Get user', '404', 'Nobody');
  await connect(page, 'User number', 'no-answer', 'End');
  for (const said of ['Hello', 'Nobody', 'Apology']) await connect(page, said, 'next', 'End');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('No problems');
  await saved(page);
}
