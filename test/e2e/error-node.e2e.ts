// The error node of a flow as a person uses it: made by the menu of its card, seen wherever the flow is, and told of in a run.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { wayEnds, writeFaultyStory } from '../support/faulty-story.ts';
import { freshFolder } from '../support/launch-app.ts';
import { card, conversation, inMenu, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

/** What the call of the flow would say that it cannot, if that were connected. */
const name = 'Says failure';

test('trouble goes to the node that the menu of its card made the error node, where the debugger stops too', async ({
  launch,
}) => {
  // Nothing listens at the endpoint, and nothing catches that: where failure is not connected, error would.
  const workspace = await freshFolder('error-node');
  await writeFaultyStory(workspace, 'http://127.0.0.1:9', { loose: ['failure', 'error'] });
  const { page } = await launch({ window, workspace });
  await inspect(page, name);
  await chosen(page, 'Make it the error node');
  const mark = card(page, name).getByRole('img', { name: /^Error node/ });
  await expect(mark).toHaveAccessibleName('Error node of the flow');
  await expect(cardNode(page)).toHaveAccessibleDescription(/^Error node of the flow/);
  await expect(inOutline(page, `${name} error node`)).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(mark).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(mark).toHaveCount(1);

  await page.keyboard.press('F9');
  await page.keyboard.press('F5');
  await expect(page.getByRole('region', { name: 'Debugger' })).toContainText(
    `Paused at ${name} as the error node, after failure of Get order`,
  );
  await page.keyboard.press('F5');
  const why = 'failure of Get order is not connected';
  await expect(conversation(page)).toContainText(`${why}: on at the error node`);
  await expect(conversation(page)).toContainText(wayEnds.failure);
  await expect(conversation(page)).toContainText('Run ended');
  await expect(card(page, name)).toHaveAttribute('data-state', 'done');
  await expect(mark).toHaveAccessibleName(`Error node of the flow: the run came here, ${why}`);
  const timeline = page.getByRole('treegrid', { name: 'Timeline' });
  const row = timeline.getByRole('row').filter({ hasText: name });
  await expect(row.getByRole('img')).toHaveAccessibleName(`By the error node of the flow: ${why}`);
  expect(await axeFindings(page)).toEqual([]);

  // From the node to where the flow says so, and back to a flow without one.
  await conversation(page).getByRole('button', { name: why }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue(name);
  await page.getByRole('button', { name: 'Show the setting' }).click();
  const setting = page.getByRole('combobox', { name: 'Error node' });
  await expect(setting).toBeFocused();
  await expect(setting).toContainText(name);
  expect(await axeFindings(page, '[aria-label=Inspector]')).toEqual([]);
  await inspect(page, name);
  await chosen(page, 'No longer the error node');
  await expect(inOutline(page, name)).toBeVisible();
  await saved(page);
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

const cardNode = (page: Page) => page.locator('.react-flow__node').filter({ has: card(page, name) });

const inOutline = (page: Page, row: string) =>
  page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name: row, exact: true });
