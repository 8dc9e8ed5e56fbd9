// The two sides of the editor, and that a start finds them as they were left: it takes two applications of its own.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { photographer, startedAt } from '../support/photographer.ts';

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };

const listed = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Side bar' }).getByRole('treeitem', { name, exact: true });

test('the editor is split: both sides live, commands go to the one with the focus, and it is remembered', async ({
  launch,
}) => {
  const first = await launch(example);
  const { page } = first;
  const look = await photographer(first, { folder: 'split-remembered' });
  const left = page.locator('[data-side]').first();
  const right = page.locator('[data-side]').nth(1);
  await listed(page, 'User greeting').click();
  await page.keyboard.press('Control+\\');
  await expect(page.locator('[data-canvas]')).toHaveCount(2);
  await expect(left.getByRole('tab')).toHaveText(['Order lookup']);
  await expect(right.getByRole('tab')).toHaveText(['User greeting']);
  await expect(right).toHaveAttribute('data-side', 'focused');
  await look('two-flows');

  // Commands go to the side with the focus, by the keyboard and by a click.
  const heading = page.getByRole('banner').getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('User greeting');
  await page.keyboard.press('F7');
  await expect(heading).toHaveText('Order lookup');
  const cardsLeft = left.locator('.react-flow__node');
  const cardsRight = right.locator('.react-flow__node');
  const [before, beside] = [await cardsLeft.count(), await cardsRight.count()];
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+D');
  // All but the Start, of which a flow has one.
  await expect(cardsLeft).toHaveCount(before * 2 - 1);
  await expect(cardsRight).toHaveCount(beside);
  await page.keyboard.press('Control+Z');
  await expect(cardsLeft).toHaveCount(before);
  await right.locator('.react-flow__node').first().click();
  await expect(heading).toHaveText('User greeting');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toBeVisible();

  // What is open on one side is gone to there, and what is opened comes to the side with the focus.
  await page.keyboard.press('Alt+2');
  await listed(page, 'Sample API').click();
  await expect(right.getByRole('tab')).toHaveText(['User greeting', 'Sample API']);
  await page.keyboard.press('Alt+1');
  await listed(page, 'Order lookup').click();
  await expect(left).toHaveAttribute('data-side', 'focused');
  await look('beside-an-endpoint');
  await first.close();

  const second = await launch({ userData: first.userData, workspace: null, args: ['--open-example'] });
  const again = second.page.locator('[data-side]');
  await expect(again.nth(0).getByRole('tab')).toHaveText(['Order lookup']);
  await expect(again.nth(1).getByRole('tab')).toHaveText(['User greeting', 'Sample API']);
  await second.page.keyboard.press('F7');
  await second.page.keyboard.press('Control+W');
  await expect(again.nth(1).getByRole('tab')).toHaveText(['User greeting']);
  await second.page.keyboard.press('Control+W');
  await expect(again).toHaveCount(1);
  await expect(second.page.getByRole('tab', { name: 'Order lookup', selected: true })).toBeVisible();
});
