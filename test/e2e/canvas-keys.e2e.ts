// The canvas by keyboard: what each key does to the nodes, and what undo takes back.
import { expect, type Page } from '@playwright/test';
import { fragmentOf } from '#shared/flow/flow-fragment.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import type { LaunchedApp, LaunchOptions } from '../support/launch-app.ts';
import { card, createFlow, inspect, stillBox } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const cards = (page: Page) => page.locator('[data-node-id]');
const lines = (page: Page) => page.locator('.react-flow__edge');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const wrapper = (page: Page, name: string) =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
const selectedNames = (page: Page) => page.locator('.react-flow__node.selected').allInnerTexts();

/** A flow of three nodes, of which the last one is selected. */
async function threeInARow(launch: (options: LaunchOptions) => Promise<LaunchedApp>): Promise<Page> {
  const flow = drawnFlow(
    {
      name: 'Three',
      nodes: [
        ['Start', 'start', {}],
        ['First', 'message', { text: '' }],
        ['Second', 'message', { text: '' }],
      ],
      connections: inARow('Start', 'First', 'Second'),
    },
    // All of it is seen at 100 %.
    { First: [160, 40], Second: [400, 40] },
  );
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'Second');
  return page;
}

test('arrows move by the grid and a held one is one step, Alt and arrows follow connections', async ({
  launch,
}) => {
  const page = await threeInARow(launch);
  await page.keyboard.press('Escape');
  await expect(wrapper(page, 'Second')).toBeFocused();
  const { x, y } = await stillBox(card(page, 'Second'));
  const place = async () => {
    const box = await stillBox(card(page, 'Second'));
    return [box.x - x, box.y - y];
  };

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(place).toEqual([8, 8]);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(place).toEqual([-24, -24]);
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  await expect.poll(place).toEqual([-24, -24 + 20 * 8]);
  await page.keyboard.press('Control+Z');
  await expect.poll(place).toEqual([0, 0]);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(place).toEqual([-24, -24 + 20 * 8]);

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(wrapper(page, 'First')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(wrapper(page, 'Start')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(wrapper(page, 'Start')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(wrapper(page, 'First')).toBeFocused();
  expect(await selectedNames(page)).toEqual([expect.stringContaining('First')]);
});

test('Ctrl walks without selecting and adds with Space, and what is selected is duplicated and cut', async ({
  launch,
}) => {
  const page = await threeInARow(launch);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Control+ArrowRight');
  await expect(wrapper(page, 'Second')).toBeFocused();
  expect(await selectedNames(page)).toEqual([expect.stringContaining('First')]);
  await page.keyboard.press('Control+Space');
  await expect(inspector(page)).toContainText('2 nodes');

  await page.keyboard.press('Control+D');
  await expect(cards(page)).toHaveCount(5);
  await expect(lines(page)).toHaveCount(3);
  await page.keyboard.press('Control+X');
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Control+V');
  await expect(cards(page)).toHaveCount(7);
  const boxes = await cards(page).evaluateAll((all) =>
    all.map((each) => {
      const { x, y } = each.getBoundingClientRect();
      return `${String(x)} ${String(y)}`;
    }),
  );
  expect(new Set(boxes).size).toBe(7);
  await page.keyboard.press('Delete');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Add a node' })).toBeFocused();
});

test('Ctrl+-, Ctrl+= and Ctrl+0 zoom and fit the canvas, from wherever the focus is', async ({ launch }) => {
  const page = await threeInARow(launch);
  // A zoom takes a moment to begin and another to end.
  const width = () => expect.poll(async () => (await stillBox(card(page, 'First'))).width);
  const before = (await stillBox(card(page, 'First'))).width;
  await page.getByRole('textbox', { name: 'Text', exact: true }).focus();
  await page.keyboard.press('Control+-');
  await width().toBeLessThan(before);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  await width().toBeGreaterThan(before);
  await page.keyboard.press('Control+0');
  await width().toBe(before);
});

test('55 edits are undone one by one, and done again', async ({ launch }) => {
  const start = ['Start', 'start', {}] as const;
  const kept = ['Kept', 'message', { text: '' }] as const;
  const flow = storyFlow({ name: 'Two', nodes: [start, kept], connections: [] });
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'Kept');
  await page.keyboard.press('Escape');
  await expect(wrapper(page, 'Kept')).toBeFocused();
  // What stands around the canvas would be drawn anew at each of the 165 keys.
  for (const keys of ['Control+J', 'Control+B', 'Control+Alt+B']) await page.keyboard.press(keys);
  await expect(wrapper(page, 'Kept')).toBeFocused();
  for (let edits = 0; edits < 55; edits += 1) await page.keyboard.press('Control+D');
  await expect(cards(page)).toHaveCount(57);
  for (let edits = 0; edits < 55; edits += 1) await page.keyboard.press('Control+Z');
  await expect(cards(page)).toHaveCount(2);
  for (let edits = 0; edits < 55; edits += 1) await page.keyboard.press('Control+Shift+Z');
  await expect(cards(page)).toHaveCount(57);
});

test('a node that is out of view in a large flow is found, shown and focused', async ({ launch }) => {
  const { app, page } = await launch({ window });
  const names = Array.from({ length: 320 }, (_, at) => `Step ${String(at + 1)}`);
  const large = storyFlow({
    name: 'Large',
    nodes: names.map((name) => [name, 'message', { text: 'Hello' }]),
    connections: inARow(...names),
  });
  const fragment = fragmentOf(large, new Set(large.nodes.map(({ id }) => id)));
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), JSON.stringify(fragment));
  await createFlow(page);
  await page.keyboard.press('Control+V');
  // The outline makes only the rows near its view.
  await expect(page.getByRole('treeitem', { name: /^Step \d+$/ }).first()).toBeAttached();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+K');
  await page.keyboard.type('@Step 320');
  await page.keyboard.press('Enter');
  await expect(wrapper(page, 'Step 320')).toBeFocused();
  await expect(card(page, 'Step 320')).toBeInViewport({ ratio: 1 });
  expect(await selectedNames(page)).toEqual([expect.stringContaining('Step 320')]);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(wrapper(page, 'Step 319')).toBeFocused();
});
