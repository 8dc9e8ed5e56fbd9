// A flow of hundreds of nodes: painted from afar, and whatever is pointed at, selected or gone to by key is a card as ever.
import { expect, type Page } from '@playwright/test';
import { manySteps } from '../stories/many-steps.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { card } from '../support/person.ts';
import { storyWorkspace } from '../support/story-workspace.ts';
import { writtenFlow } from '../support/written-flow.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const count = 400;
const columns = 20;
const canvas = (page: Page) => page.locator('[data-canvas]');
const made = (page: Page) => page.locator('.react-flow__node');
const selected = (page: Page) => page.locator('.react-flow__node.selected');

/** The middle of a step, whether it is made or painted, in pixels of the window. */
async function middleOf(page: Page, step: number) {
  const at = { x: ((step - 1) % columns) * 232 + 88, y: Math.floor((step - 1) / columns) * 110 + 30 };
  return page.locator('.react-flow__viewport').evaluate((viewport, { x, y }) => {
    const box = viewport.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const matrix = new DOMMatrix(getComputedStyle(viewport).transform);
    const to = matrix.transformPoint({ x, y });
    return { x: box.x + to.x, y: box.y + to.y };
  }, at);
}

async function opened(launch: (options: object) => Promise<{ page: Page; workspace: string }>) {
  const started = await launch({ window, workspace: await storyWorkspace(manySteps(count, columns)) });
  const { page } = started;
  for (const keys of ['Control+j', 'Control+b']) await page.keyboard.press(keys);
  await fitted(page);
  return started;
}

async function fitted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fit the flow' }).first().click();
  await expect(canvas(page)).toHaveAttribute('data-afar', /named|boxes/);
}

test('from afar a flow is painted, and its cards are dragged, gone to by keys and selected with a rectangle', async ({
  launch,
}) => {
  const { page, workspace } = await opened(launch);
  await expect(page.locator('[data-painted]')).toBeVisible();
  expect(await made(page).count()).toBeLessThan(8);
  await expect(card(page, 'Step 129')).toBeHidden();

  const { x, y } = await middleOf(page, 129);
  await page.mouse.move(x, y);
  await expect(card(page, 'Step 129')).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 40, { steps: 4 });
  await page.mouse.move(x + 24, y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(selected(page)).toHaveAccessibleName('Step 129');
  const before = manySteps(count, columns).nodes[128]?.position;
  const { places } = await writtenFlow(page, workspace);
  expect(places['Step 129']).not.toEqual(before);
  expect(places['Step 128']).toEqual(manySteps(count, columns).nodes[127]?.position);
  await page.keyboard.press('Control+Z');
  expect((await writtenFlow(page, workspace)).places['Step 129']).toEqual(before);
  expect(await axeFindings(page)).toEqual([]);

  // Keys go from card to card and along connections.
  await page.mouse.click(x, y);
  await expect(selected(page)).toHaveAccessibleName('Step 129');
  await card(page, 'Step 129').locator('xpath=ancestor::*[@data-id]').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(selected(page)).toHaveAccessibleName('Step 130');
  await page.keyboard.press('Tab');
  await expect(selected(page)).toHaveAccessibleName('Step 131');
  await expect(selected(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(selected(page)).toHaveAccessibleName('Step 130');
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.locator('.react-flow__node:focus')).toHaveAccessibleName('Step 131');
  await page.keyboard.press('Control+Space');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('l');
  await expect(page.locator('.react-flow__edge:focus')).toHaveAccessibleName('Step 130, next, to Step 131');

  // A rectangle selects what is painted.
  const [from, to] = [await middleOf(page, 105), await middleOf(page, 127)];
  await page.keyboard.down('Shift');
  await page.mouse.move(from.x - 40, from.y - 14);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(selected(page)).toHaveCount(6);
  await page.keyboard.press('Delete');
  const { nodes } = await writtenFlow(page, workspace);
  const left = new Set(nodes.map(({ name }) => name));
  expect([105, 106, 107, 125, 126, 127].filter((step) => left.has(`Step ${String(step)}`))).toEqual([]);
  expect(nodes).toHaveLength(count - 6);
});

test('nearer, the cards in view are made, the map goes to another part, and the search to one of many', async ({
  launch,
}) => {
  const { page } = await opened(launch);
  await page.getByRole('button', { name: 'Zoom in' }).first().click();
  await expect(canvas(page)).toHaveAttribute('data-afar', 'named');
  const zoomIn = page.getByRole('button', { name: 'Zoom in' }).first();
  while ((await canvas(page).getAttribute('data-afar')) !== null) await zoomIn.click();
  await expect(page.locator('[data-painted]')).toBeHidden();
  expect(await made(page).count()).toBeGreaterThan(20);
  expect(await made(page).count()).toBeLessThan(count);

  const before = await middleOf(page, 1);
  const map = await page.getByRole('img', { name: 'Minimap' }).boundingBox();
  if (map === null) throw new Error('There is no minimap.');
  await page.mouse.move(map.x + 80, map.y + 40);
  await page.mouse.down();
  await page.mouse.move(map.x + 60, map.y + 30, { steps: 5 });
  await page.mouse.up();
  // The view goes to the left and up, so that everything moves to the right and down.
  const after = await middleOf(page, 1);
  expect(after.x).toBeGreaterThan(before.x + 20);
  expect(after.y).toBeGreaterThan(before.y + 10);

  // The search shows the first hundred of what it finds, and says how much there is.
  await fitted(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('@Step');
  await expect(page.getByRole('status').filter({ hasText: 'results' })).toHaveText(
    'the first 100 of 400 results',
  );
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option')).toHaveCount(100);
  await page.keyboard.type(' 399');
  await page.keyboard.press('Enter');
  await expect(selected(page)).toHaveAccessibleName('Step 399');
  await expect(selected(page)).toBeInViewport();
});
