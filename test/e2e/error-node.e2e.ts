// The error node of a flow as a person uses it: made by the menu of its card, seen wherever the flow is, and told of in a run.
import { expect, type Page } from '@playwright/test';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace, endpointAt } from '../support/drawn-workspace.ts';
import { card, conversation, inMenu, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

/** A call that nothing catches, and a message that no connection leads to. Nothing listens at the endpoint. */
const shop = () => {
  const endpoint = endpointAt('Shop API', 'http://127.0.0.1:9');
  const flow = drawnFlow(
    {
      name: 'Order lookup',
      nodes: [
        ['Start', 'start', {}],
        [
          'Get order',
          'api-call',
          {
            endpoint: storyId('ep', 'Shop API'),
            method: 'GET',
            path: '/orders/1',
            responseVariable: 'order',
          },
        ],
        ['Thanks', 'message', { text: 'It is on its way.' }],
        ['Apology', 'message', { text: 'We cannot look at orders at the moment.' }],
        ['Bye', 'end', {}],
      ],
      connections: [
        ['Start', 'next', 'Get order'],
        ['Get order', 'success', 'Thanks'],
        ['Thanks', 'next', 'Bye'],
        ['Apology', 'next', 'Bye'],
      ],
    },
    {
      Start: [0, 60],
      'Get order': [140, 20],
      Thanks: [420, 20],
      Apology: [420, 160],
      Bye: [660, 60],
    },
  );
  return drawnWorkspace(endpoint, flow);
};

test('trouble goes to the node that the menu of its card made the error node', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await shop() });
  await inspect(page, 'Apology');
  await chosen(page, 'Make it the error node');
  const mark = card(page, 'Apology').getByRole('img', { name: /^Error node/ });
  await expect(mark).toHaveAccessibleName('Error node of the flow');
  await expect(cardNode(page)).toHaveAccessibleDescription(/^Error node of the flow/);
  await expect(inOutline(page, 'Apology error node')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(mark).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(mark).toHaveCount(1);

  await inspect(page, 'Get order');
  await page.keyboard.press('Control+K');
  await page.keyboard.insertText('>Fault this');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Set the fault' }).click();
  await page.keyboard.press('Control+Enter');
  const why = 'error of Get order is not connected';
  await expect(conversation(page)).toContainText(`${why}: on at the error node`);
  await expect(conversation(page)).toContainText('We cannot look at orders at the moment.');
  await expect(card(page, 'Apology')).toHaveAttribute('data-state', 'done');
  await expect(mark).toHaveAccessibleName(`Error node of the flow: the run came here, ${why}`);
  const timeline = page.getByRole('treegrid', { name: 'Timeline' });
  const row = timeline.getByRole('row').filter({ hasText: 'Apology' });
  await expect(row.getByRole('img')).toHaveAccessibleName(`By the error node of the flow: ${why}`);
  expect(await axeFindings(page)).toEqual([]);

  // From the node to where the flow says so, and back to a flow without one.
  await conversation(page).getByRole('button', { name: why }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Apology');
  await page.getByRole('button', { name: 'Show the setting' }).click();
  const setting = page.getByRole('combobox', { name: 'Error node' });
  await expect(setting).toBeFocused();
  await expect(setting).toContainText('Apology');
  expect(await axeFindings(page)).toEqual([]);
  await inspect(page, 'Apology');
  await chosen(page, 'No longer the error node');
  await expect(inOutline(page, 'Apology')).toBeVisible();
  await saved(page);
});

test('the debugger says that it stands at the error node, and after what', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await shop() });
  await inspect(page, 'Apology');
  await chosen(page, 'Make it the error node');
  await page.keyboard.press('F9');
  await page.keyboard.press('F5');
  await expect(page.getByRole('region', { name: 'Debugger' })).toContainText(
    'Paused at Apology as the error node, after error of Get order',
  );
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Run ended');
});

/** Chooses an entry in the menu of the card that has the focus, by its first letters. */
async function chosen(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await inMenu(page);
  await page.keyboard.type(label.slice(0, 4));
  await expect(page.getByRole('menuitem', { name: label })).toBeFocused();
  await page.keyboard.press('Enter');
}

const cardNode = (page: Page) => page.locator('.react-flow__node').filter({ has: card(page, 'Apology') });

const inOutline = (page: Page, name: string) =>
  page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name, exact: true });
