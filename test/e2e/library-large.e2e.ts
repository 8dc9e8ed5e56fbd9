// Hundreds of flows in the side bar: only the rows near the view are made, and keys, names and dragging go on as in a short list.
import { expect, type Page } from '@playwright/test';
import { storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const count = 300;
const tree = (page: Page) => page.getByRole('tree', { name: 'Flows' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });
const names = ['Early', ...Array.from({ length: count - 1 }, (_, at) => `Flow ${String(at + 1)}`)];
const flows = names.map((name) => storyFlow({ name, nodes: [['Start', 'start', {}]], connections: [] }));

test('a list of hundreds of flows is gone through by keys, found by letters, scrolled with the wheel and renamed', async ({
  launch,
}) => {
  const { page } = await launch({
    window: { width: 1280, height: 800 },
    workspace: await storyWorkspace(...flows),
  });
  await row(page, 'Flow 1').click();
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(100);
  await expect(row(page, 'Flow 299')).toHaveCount(0);

  await page.keyboard.press('End');
  await expect(row(page, 'Flow 299')).toBeFocused();
  await expect(row(page, 'Flow 299')).toBeInViewport();
  await expect(row(page, 'Flow 299')).toHaveAttribute('aria-posinset', '300');
  await expect(row(page, 'Flow 299')).toHaveAttribute('aria-setsize', '300');
  await page.keyboard.press('ArrowUp');
  await expect(row(page, 'Flow 298')).toBeFocused();
  await page.keyboard.press('e');
  await expect(row(page, 'Early')).toBeFocused();
  await expect(row(page, 'Early')).toBeInViewport();

  // What has the focus stays, however far it is scrolled away, and the arrows go on from there.
  await row(page, 'Flow 15').click();
  await row(page, 'Flow 15').focus();
  await row(page, 'Flow 14').hover();
  await page.mouse.wheel(0, 50_000);
  await expect(row(page, 'Flow 299')).toBeInViewport();
  await expect(row(page, 'Flow 15')).toBeFocused();
  await expect(row(page, 'Flow 60')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Flow 16')).toBeFocused();
  await expect(row(page, 'Flow 16')).toBeInViewport();
  expect(await axeFindings(page)).toEqual([]);

  // A row whose new name takes it far away has the focus there.
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of Flow 16' }).fill('Zebra');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Zebra')).toBeFocused();
  await expect(row(page, 'Zebra')).toHaveAttribute('aria-posinset', '300');
  await page.keyboard.press('Home');
  await expect(row(page, 'Early')).toBeFocused();
});
