// The editor in two sides: dragged, opened and shown there, by the pointer and by the keyboard.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { photographer, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };

const leftOf = (page: Page) => page.locator('[data-side]').first();
const rightOf = (page: Page) => page.locator('[data-side]').nth(1);
const listed = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Side bar' }).getByRole('treeitem', { name, exact: true });
const zoomOf = (side: Locator) =>
  side.locator('.react-flow__viewport').evaluate((element) => getComputedStyle(element).transform);

test('one flow on both sides has a selection and a zoom in each, and edits show on both', async ({
  launch,
}) => {
  const launched = await launch(example);
  const { page } = launched;
  const look = await photographer(launched, { folder: 'split', axeIn: 'light' });
  const [left, right] = [leftOf(page), rightOf(page)];
  await page.keyboard.press('Shift+F7');
  await expect(right.getByRole('tab')).toHaveText(['Order lookup']);
  await expect(left.getByRole('tab')).toHaveText(['Order lookup']);
  await expect(right).toHaveAttribute('data-side', 'focused');
  const nameField = page.getByRole('textbox', { name: 'Name of the node' });
  await right.locator('.react-flow__node').nth(1).click();
  const onRight = await nameField.inputValue();
  await left.locator('.react-flow__node').nth(0).click();
  await expect(nameField).not.toHaveValue(onRight);
  await page.keyboard.press('F7');
  await expect(nameField).toHaveValue(onRight);
  await expect(right.locator('.react-flow__node.selected')).toHaveCount(1);

  const [zoomLeft, zoomRight] = [await zoomOf(left), await zoomOf(right)];
  await page.keyboard.press('Control+=');
  await expect.poll(() => zoomOf(right)).not.toBe(zoomRight);
  expect(await zoomOf(left)).toBe(zoomLeft);

  await nameField.fill('Seen on both sides');
  await expect(left.getByText('Seen on both sides')).toBeVisible();
  await expect(right.getByText('Seen on both sides')).toBeVisible();
  await look('one-flow-twice');
  const kept = await zoomOf(right);
  await page.keyboard.press('F7');
  await expect(left).toHaveAttribute('data-side', 'focused');
  await expect(nameField).not.toHaveValue('Seen on both sides');
  await page.keyboard.press('Control+W');
  await expect(page.locator('[data-side]')).toHaveCount(1);
  await expect(left.getByRole('tab')).toHaveText(['Order lookup']);
  // What is left is what the right side showed.
  await expect(nameField).toHaveValue('Seen on both sides');
  await expect(left.locator('.react-flow__node.selected')).toHaveCount(1);
  const zoomIn = (transform: string) => transform.split(',')[0];
  await expect.poll(async () => zoomIn(await zoomOf(left))).toBe(zoomIn(kept));
});

test('tabs are dragged within their row and to the other side, and moved by keys', async ({ launch }) => {
  const launched = await launch(example);
  const { page } = launched;
  const [left, right] = [leftOf(page), rightOf(page)];
  await listed(page, 'User greeting').click();
  await page.keyboard.press('Alt+2');
  await listed(page, 'Sample API').click();
  const tabs = left.getByRole('tab');
  await expect(tabs).toHaveText(['Order lookup', 'User greeting', 'Sample API']);
  await tabs.nth(2).dragTo(tabs.nth(0), { targetPosition: { x: 4, y: 10 } });
  await expect(tabs).toHaveText(['Sample API', 'Order lookup', 'User greeting']);
  await page.keyboard.press('Control+Shift+PageDown');
  await page.keyboard.press('Control+Shift+PageDown');
  await expect(tabs).toHaveText(['Order lookup', 'User greeting', 'Sample API']);
  await page.keyboard.press('Control+Shift+PageUp');
  await expect(tabs).toHaveText(['Order lookup', 'Sample API', 'User greeting']);

  // By hand, since the place to drop on is there only while one drags.
  const from = (await tabs.nth(2).boundingBox())!;
  const area = (await left.boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 60, { steps: 3 });
  await expect(page.locator('[data-drop-zone]')).toHaveCount(1);
  await page.mouse.move(area.x + area.width * 0.75, area.y + area.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(right.getByRole('tab')).toHaveText(['User greeting']);
  await expect(page.locator('[data-drop-zone]')).toHaveCount(0);
  await right.getByRole('tab').dragTo(tabs.nth(0), { targetPosition: { x: 4, y: 10 } });
  await expect(page.locator('[data-side]')).toHaveCount(1);
  await expect(tabs).toHaveText(['User greeting', 'Order lookup', 'Sample API']);

  // The line between the sides, by keys and by a double click.
  await page.keyboard.press('Control+\\');
  const line = page.getByRole('separator', { name: 'Width of the right side' });
  const halves = async () =>
    (await leftOf(page).boundingBox())!.width / (await rightOf(page).boundingBox())!.width;
  await line.focus();
  const before = await halves();
  await page.keyboard.press('ArrowRight');
  await expect.poll(halves).toBeGreaterThan(before);
  await line.dblclick();
  await expect.poll(async () => Math.abs((await halves()) - 1)).toBeLessThan(0.03);
});

test('whatever opens a document opens it on the other side while Alt is held', async ({ launch }) => {
  const launched = await launch(example);
  const { page } = launched;
  const [left, right] = [leftOf(page), rightOf(page)];
  await listed(page, 'User greeting').click({ modifiers: ['Alt'] });
  await expect(left.getByRole('tab')).toHaveText(['Order lookup']);
  await expect(right.getByRole('tab')).toHaveText(['User greeting']);
  await page.keyboard.press('F7');

  // From the palette, by the key.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Sample API');
  await page.keyboard.press('Alt+Enter');
  await expect(right.getByRole('tab')).toHaveText(['User greeting', 'Sample API']);
  await expect(right).toHaveAttribute('data-side', 'focused');

  // From the finds, of what is open on this very side.
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('Sample API');
  const found = page.getByRole('tree', { name: 'Found' }).getByRole('treeitem', { level: 3 }).first();
  await found.click({ modifiers: ['Alt'] });
  await expect(left).toHaveAttribute('data-side', 'focused');
  await expect(left.getByRole('tab')).toHaveCount(2);

  // In the side bar by the key.
  await page.keyboard.press('Alt+1');
  await listed(page, 'Order lookup').focus();
  await page.keyboard.press('Alt+Enter');
  await expect(right.getByRole('tab', { name: 'Order lookup', selected: true })).toBeVisible();
  await expect(left.getByRole('tab', { name: 'Order lookup' })).toBeVisible();
});
