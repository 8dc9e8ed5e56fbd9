// What a designer does on the canvas with the mouse and the usual keys.
import { expect, type Page } from '@playwright/test';
import { inARow, storyFlow, type StoryFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { card, connect, createFlow, dragNode, inspect, stillBox } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const cards = (page: Page) => page.locator('[data-node-id]');
const lines = (page: Page) => page.locator('.react-flow__edge');

test('nodes are moved, selected together, copied, deleted and brought back', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await inOneLine('Start', 'First', 'Second') });

  const before = await card(page, 'First').boundingBox();
  await card(page, 'First').hover({ position: { x: 60, y: 16 } });
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 60, (before?.y ?? 0) + 120, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => (await card(page, 'First').boundingBox())?.y)
    .toBeGreaterThan((before?.y ?? 0) + 80);
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await card(page, 'First').boundingBox())?.y).toBe(before?.y);

  await inspect(page, 'First');
  await card(page, 'Second').click({ position: { x: 60, y: 16 }, modifiers: ['Control'] });
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('2 nodes');

  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+V');
  await expect(cards(page)).toHaveCount(5);
  await expect(lines(page)).toHaveCount(3);

  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Control+Z');
  await expect(cards(page)).toHaveCount(5);
  await page.keyboard.press('Control+Z');
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Control+Shift+Z');
  await expect(cards(page)).toHaveCount(5);

  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(0);
  await expect(page.getByText('An empty canvas')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(cards(page)).toHaveCount(5);
});

test('nodes go to another flow as text on the clipboard', async ({ launch }) => {
  const { app, page } = await launch({ window });
  await createFlow(page);
  await dragNode(page, 'API Call', { x: 300, y: 120 }, 'Travelling call');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+C');
  const text = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(text)).toMatchObject({ format: 'flowbench.nodes', nodes: [{ name: 'Travelling call' }] });

  await createFlow(page);
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+V');
  await expect(card(page, 'Travelling call')).toBeVisible();
});

test('the canvas zooms, fits, tidies and shows less from afar', async ({ launch }) => {
  const { page } = await launch({ workspace: null, args: ['--open-example'], window });
  const canvas = page.locator('[data-canvas]');
  await expect(canvas).toHaveAttribute('data-detail', 'full');
  await page.getByRole('button', { name: 'Fit the flow' }).first().click();
  await expect(canvas).toHaveAttribute('data-detail', 'low');
  await expect(card(page, 'End')).toBeInViewport();

  const places = () => cards(page).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  const before = await places();
  await page.getByRole('button', { name: 'Tidy the layout' }).click();
  await expect.poll(places).not.toEqual(before);
  for (const name of ['Start', 'End']) await stillBox(card(page, name));
  expect(await overlapping(page)).toEqual([]);
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: 'Minimap' }).click();
  await expect(page.locator('.react-flow__minimap')).toBeHidden();
});

test('a line drawn into the open asks what shall stand there', async ({ launch }) => {
  const { page } = await launch({ window });
  await createFlow(page);
  const port = await card(page, 'Start').getByTitle('next: drag to connect').boundingBox();
  if (port === null) throw new Error('The Start has no port.');
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
  await page.mouse.down();
  await page.mouse.move(port.x + 200, port.y + 120, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('option', { name: /^Message/ }).click();
  await expect(cards(page)).toHaveCount(2);
  await expect(lines(page)).toHaveCount(1);
});

test('a line that is taken by its start goes to another exit or stays where it was, and put back leaves no step', async ({
  launch,
}) => {
  const story: StoryFlow = {
    name: 'Not connected',
    nodes: [
      ['Start', 'start', {}],
      ['First', 'message', { text: '' }],
      ['Second', 'message', { text: '' }],
    ],
    connections: [],
  };
  // Away from the edge, where the canvas would go along with the pointer.
  const flow = drawnFlow(story, { Second: [0, 100] });
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'First');
  // The one step there is to take back.
  await connect(page, 'Start', 'next', 'First');
  const source = await stillBox(page.locator('.react-flow__edgeupdater-source'));
  const target = await stillBox(page.locator('.react-flow__edgeupdater-target'));

  // Let go over another exit, it starts there.
  const exit = await stillBox(card(page, 'Second').getByTitle('next: drag to connect'));
  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(exit.x + exit.width / 2, exit.y + exit.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(lines(page)).toHaveAccessibleName('Second, next, to First');
  await page.keyboard.press('Control+Z');
  await expect(lines(page)).toHaveAccessibleName('Start, next, to First');

  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(source.x + 40, source.y + 260, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('combobox', { name: 'Add a node' })).toBeHidden();
  await expect(cards(page)).toHaveCount(3);
  await expect(lines(page)).toHaveCount(1);

  const end = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x - 60, end.y + 60, { steps: 8 });
  await page.mouse.move(end.x + 30, end.y, { steps: 8 });
  await page.mouse.up();
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(lines(page)).toHaveCount(0);
});

/** A flow of messages that lead from one to the next, after its Start. */
function inOneLine(start: string, ...messages: readonly string[]): Promise<string> {
  const flow = storyFlow({
    name: 'In one line',
    nodes: [[start, 'start', {}], ...messages.map((name) => [name, 'message', { text: '' }] as const)],
    connections: inARow(start, ...messages),
  });
  return drawnWorkspace(flow);
}

/** Pairs of cards that lie upon one another, by their names. */
function overlapping(page: Page): Promise<readonly string[]> {
  return cards(page).evaluateAll((all) => {
    const boxes = all.map((each) => ({ name: each.textContent, box: each.getBoundingClientRect() }));
    const lieUpon = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => lieUpon(a.box, b.box))
        .map((b) => `${a.name} and ${b.name}`),
    );
  });
}
