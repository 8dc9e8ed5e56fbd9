// Bringing nodes into place: ten of them with the mouse, ten with the keyboard, and what can be dragged onto a canvas.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnWorkspace, endpointAt } from '../support/drawn-workspace.ts';
import { keysOnly, type KeysOnly } from '../support/keys-only.ts';
import { card, connect, createFlow, dragNode, inMenu, inspect, stillBox } from '../support/person.ts';
import { writtenFlow } from '../support/written-flow.ts';

test.use({ sharesWindow: true });

const window = { width: 1600, height: 900 };
const cards = (page: Page) => page.locator('[data-node-id]');
const lines = (page: Page) => page.locator('.react-flow__edge');
const line = (page: Page, label: string) => page.locator(`.react-flow__edge[aria-label="${label}"]`);
const selectedNames = (page: Page) => page.locator('.react-flow__node.selected').allInnerTexts();

/** The middle of what is drawn, in pixels of the window. */
async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await stillBox(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Takes a card by its head and moves it, and holds it there. */
async function heldAway(page: Page, name: string, by: { readonly x: number; readonly y: number }) {
  const { x, y } = await stillBox(card(page, name));
  await page.mouse.move(x + 60, y + 16);
  await page.mouse.down();
  await page.mouse.move(x + 60 + by.x / 2, y + 16 + by.y / 2, { steps: 4 });
  await page.mouse.move(x + 60 + by.x, y + 16 + by.y, { steps: 4 });
}

test('ten nodes with the mouse: onto the grid, into line, onto connections, and every step can be undone', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const { page, workspace } = await launch({ window });
  await createFlow(page);
  await page.keyboard.press('Control+j');
  await dragNode(page, 'Message', { x: 370, y: 100 }, 'Greeting');
  await dragNode(page, 'Prompt', { x: 640, y: 103 }, 'Question');
  await dragNode(page, 'Condition', { x: 860, y: 100 }, 'Check');
  await dragNode(page, 'Message', { x: 386, y: 300 }, 'Yes');
  await dragNode(page, 'Message', { x: 590, y: 317 }, 'No');
  await dragNode(page, 'Wait', { x: 850, y: 300 }, 'Pause');
  await dragNode(page, 'End', { x: 850, y: 480 }, 'Done');
  await page
    .getByRole('toolbar', { name: 'Nodes' })
    .getByRole('button', { name: 'Note', exact: true })
    .dragTo(page.locator('[data-canvas]'), { targetPosition: { x: 330, y: 480 } });
  await connect(page, 'Start', 'next', 'Greeting');
  await connect(page, 'Greeting', 'next', 'Question');
  await connect(page, 'Question', 'next', 'Check');
  await connect(page, 'Check', 'else', 'Done');
  const built = await writtenFlow(page, workspace);
  const offGrid = Object.entries(built.places).filter(([, { x, y }]) => x % 8 !== 0 || y % 8 !== 0);
  expect(offGrid).toEqual([]);

  // A card that comes near another's edge goes to it, with a guide, and Alt keeps it off.
  const greetingX = built.place('Greeting').x;
  const yesX = built.place('Yes').x;
  await heldAway(page, 'Yes', { x: greetingX - yesX - 3, y: 30 });
  await expect(page.locator('[data-guides]')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('[data-guides]')).toHaveCount(0);
  expect((await writtenFlow(page, workspace)).place('Yes').x).toBe(greetingX);
  await page.keyboard.press('Control+z');
  expect((await writtenFlow(page, workspace)).place('Yes')).toEqual(built.place('Yes'));
  await page.keyboard.down('Alt');
  await heldAway(page, 'Yes', { x: 11, y: 5 });
  await expect(page.locator('[data-guides]')).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  const kept = (await writtenFlow(page, workspace)).place('Yes');
  expect([kept.x % 8, kept.y % 8]).not.toContain(0);
  await page.keyboard.press('Control+z');

  // The grid is a switch that stays as it was put.
  await page.getByRole('button', { name: 'Snap to the grid' }).click();
  await expect(page.getByRole('button', { name: 'Snap to the grid' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.getByRole('button', { name: 'Snap to the grid' }).click();

  // Onto a connection: a card that stands there unused, one from the palette, and one by the plus.
  const between = await middleOf(line(page, 'Greeting, next, to Question').locator('path').first());
  const pauseAt = await stillBox(card(page, 'Pause'));
  await page.mouse.move(pauseAt.x + 60, pauseAt.y + 16);
  await page.mouse.down();
  await page.mouse.move(between.x + 40, between.y + 60, { steps: 5 });
  await page.mouse.move(between.x, between.y, { steps: 5 });
  await expect(page.locator('[data-taking]')).toHaveCount(1);
  await page.mouse.up();
  await expect(line(page, 'Pause, next, to Question')).toHaveCount(1);
  await expect(line(page, 'Greeting, next, to Pause')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(line(page, 'Greeting, next, to Question')).toHaveCount(1);
  expect((await writtenFlow(page, workspace)).place('Pause')).toEqual(built.place('Pause'));

  const canvas = await stillBox(page.locator('[data-canvas]'));
  await page
    .getByRole('toolbar', { name: 'Nodes' })
    .getByRole('button', { name: 'Set Variables', exact: true })
    .dragTo(page.locator('[data-canvas]'), {
      targetPosition: { x: between.x - canvas.x, y: between.y - canvas.y },
    });
  await expect(line(page, 'Greeting, next, to Set Variables')).toHaveCount(1);
  await expect(line(page, 'Set Variables, next, to Question')).toHaveCount(1);
  await page.keyboard.press('Control+z');

  const start = await middleOf(line(page, 'Start, next, to Greeting').locator('path').first());
  await page.mouse.move(start.x, start.y);
  await page.mouse.move(start.x + 1, start.y);
  await line(page, 'Start, next, to Greeting').locator('[data-insert]').click();
  await page.getByRole('option', { name: /^API Call/ }).click();
  await expect(line(page, 'API Call, success, to Greeting')).toHaveCount(1);
  await expect(cards(page)).toHaveCount(10);
  const inserted = await writtenFlow(page, workspace);
  // What comes after has made room as a whole; what stands apart has not moved.
  const by = inserted.place('Greeting').x - greetingX;
  expect(by).toBeGreaterThan(0);
  expect(inserted.place('Check').x - built.place('Check').x).toBe(by);
  expect(inserted.place('Yes')).toEqual(built.place('Yes'));
  expect(inserted.place('Start')).toEqual(built.place('Start'));
  await page.keyboard.press('Control+z');
  expect((await writtenFlow(page, workspace)).places).toEqual(built.places);
  await page.keyboard.press('Control+Shift+z');
  await expect(cards(page)).toHaveCount(10);

  // The end of a connection is dragged to another card.
  await page.keyboard.press('Control+0');
  // It has become wider than the canvas, so that it is seen whole from further off only.
  await expect(page.getByRole('toolbar', { name: 'Canvas' })).not.toContainText('100%');
  const updater = line(page, 'Check, else, to Done').locator('.react-flow__edgeupdater-target');
  const no = await stillBox(card(page, 'No'));
  const end = await middleOf(updater);
  await page.mouse.move(end.x, end.y);
  await expect.poll(() => updater.evaluate((element) => element.matches(':hover'))).toBe(true);
  await page.mouse.down();
  await page.mouse.move(no.x + 40, no.y + 12, { steps: 10 });
  await page.mouse.up();
  await expect(line(page, 'Check, else, to No')).toHaveCount(1);

  // Several cards: their menu lines them up and spaces them out.
  await inspect(page, 'Yes');
  for (const name of ['No', 'Pause'])
    await card(page, name).click({ position: { x: 40, y: 12 }, modifiers: ['Control'] });
  await card(page, 'No').click({ position: { x: 40, y: 12 }, button: 'right' });
  await page.getByRole('menuitem', { name: 'Align' }).click();
  await page.getByRole('menuitem', { name: 'Align top edges' }).click();
  const aligned = await writtenFlow(page, workspace);
  const tops = ['Yes', 'No', 'Pause'].map((name) => aligned.place(name).y);
  expect(new Set(tops).size).toBe(1);
  await card(page, 'No').click({ position: { x: 40, y: 12 }, button: 'right' });
  await page.getByRole('menuitem', { name: 'Distribute' }).click();
  await page.getByRole('menuitem', { name: 'Distribute horizontally' }).click();
  const spread = await writtenFlow(page, workspace);
  const gap = spread.place('No').x - spread.place('Yes').x;
  expect(gap).not.toBe(0);
  expect(spread.place('Yes')).toEqual(aligned.place('Yes'));
  expect(spread.place('Pause')).toEqual(aligned.place('Pause'));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect((await writtenFlow(page, workspace)).places).toEqual(inserted.places);

  // Tidied, a selection begins where it began, and nothing else moves.
  await card(page, 'No').click({ position: { x: 40, y: 12 }, button: 'right' });
  await page.getByRole('menuitem', { name: 'Tidy the selected nodes' }).click();
  await expect
    .poll(async () => (await writtenFlow(page, workspace)).place('No'))
    .not.toEqual(inserted.place('No'));
  const tidied = await writtenFlow(page, workspace);
  const least = (told: typeof tidied, axis: 'x' | 'y') =>
    Math.min(...['Yes', 'No', 'Pause'].map((name) => told.place(name)[axis]));
  expect([least(tidied, 'x'), least(tidied, 'y')]).toEqual([least(inserted, 'x'), least(inserted, 'y')]);
  expect(tidied.place('Greeting')).toEqual(inserted.place('Greeting'));
  await page.keyboard.press('Control+z');
  expect((await writtenFlow(page, workspace)).places).toEqual(inserted.places);
});

test('ten nodes with the keyboard alone: connections are walked, led elsewhere, broken into and stopped at', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const { page, workspace } = await launch({ window });
  const story = await keysOnly(page);
  const { keyboard, read } = story;
  await keyboard.press('Control+n');
  await expect(read.locator('[data-canvas]')).toBeVisible();
  await keyboard.press('Escape');
  const kinds = ['message', 'prompt', 'condition', 'set', 'api', 'wait', 'message', 'end'];
  for (const [at, kind] of kinds.entries()) {
    await keyboard.press('/');
    await picked(story, 'Add a node', kind);
    await expect(read.locator('[data-node-id]')).toHaveCount(at + 2);
    await expect(read.locator('.react-flow__node:focus')).toHaveCount(1);
  }
  await expect(lines(read)).toHaveCount(8);

  // From a card to its connections, along them, and to what they lead to.
  await goTo(story, 'Condition');
  await keyboard.press('c');
  await picked(story, 'Connect which exit of Condition?', 'else');
  await picked(story, 'Condition, else: connect to', 'End');
  await expect(lines(read)).toHaveCount(9);
  await keyboard.press('l');
  await expect(line(read, 'Condition, Branch 1, to Set Variables')).toBeFocused();
  await keyboard.press('ArrowDown');
  const otherwise = line(read, 'Condition, else, to End');
  await expect(otherwise).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);

  // A breakpoint on an exit, with a condition, by keys and by the connection's menu.
  await keyboard.press('F9');
  await expect(read.getByRole('img', { name: 'Breakpoint on else', exact: true })).toBeVisible();
  await keyboard.press('Shift+F10');
  const menu = read.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toContainText('Insert a node');
  expect(await menu.getByRole('menuitem').allInnerTexts()).toEqual([
    expect.stringContaining('Insert a node…'),
    expect.stringContaining('Lead to another node…'),
    expect.stringContaining('Leave by another exit…'),
    expect.stringContaining('Remove the breakpoint on else'),
    expect.stringContaining('Condition of the breakpoint…'),
    expect.stringContaining('Delete'),
  ]);
  await keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(otherwise).toBeFocused();
  await keyboard.press('Shift+F9');
  await expect(read.getByRole('dialog')).toBeVisible();
  await keyboard.type('answer');
  await keyboard.press('Enter');
  await expect(read.getByRole('dialog')).toHaveCount(0);
  await expect(read.getByRole('img', { name: 'Breakpoint on else with a condition' })).toBeVisible();

  // Led elsewhere, at either end, and broken into.
  await goTo(story, 'Condition');
  await keyboard.press('l');
  await keyboard.press('ArrowDown');
  await expect(otherwise).toBeFocused();
  await keyboard.press('c');
  await picked(story, 'Condition, else: connect to', 'Message 2');
  await expect(line(read, 'Condition, else, to Message 2')).toBeFocused();
  await keyboard.press('i');
  await picked(story, 'Insert a node on the connection', 'prompt');
  await expect(read.locator('[data-node-id]')).toHaveCount(10);
  await expect(line(read, 'Condition, else, to Prompt 2')).toHaveCount(1);
  await expect(line(read, 'Prompt 2, next, to Message 2')).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(line(read, 'Condition, else, to Message 2')).toHaveCount(1);
  await keyboard.press('Control+Shift+z');
  await expect(read.locator('[data-node-id]')).toHaveCount(10);
  await goTo(story, 'API Call');
  await keyboard.press('l');
  await expect(line(read, 'API Call, success, to Wait')).toBeFocused();
  await keyboard.press('Shift+F10');
  await inMenu(read);
  await keyboard.type('Leave');
  await keyboard.press('Enter');
  await picked(story, 'Leave by which exit?', 'API Call, error');
  await expect(line(read, 'API Call, error, to Wait')).toBeFocused();
  await keyboard.press('Control+z');
  await keyboard.press('ArrowRight');

  // Lined up by the palette; a moved card shows what it lines up with.
  await goTo(story, 'Message');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await expect(read.locator('[data-guides]')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+ArrowRight');
  await keyboard.press('Control+Space');
  expect(await selectedNames(page)).toHaveLength(2);
  await keyboard.press('Control+k');
  await keyboard.type('>Align top edges');
  await keyboard.press('Enter');
  await expect(read.getByRole('dialog')).toHaveCount(0);
  const { place } = await writtenFlow(page, workspace);
  expect(place('Message').y).toBe(place('Prompt').y);
  expect(await story.intrusions()).toEqual([]);
});

test('a note has the menu of a note, and endpoints and variables are dragged onto the canvas', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const endpoints = ['Users API', 'Orders API'].map((name) => endpointAt(name, 'http://127.0.0.1:9'));
  const { page, workspace } = await launch({ window, workspace: await drawnWorkspace(...endpoints) });
  await createFlow(page);
  await dragNode(page, 'Prompt', { x: 400, y: 60 }, 'Question');
  await connect(page, 'Start', 'next', 'Question');

  const canvas = page.locator('[data-canvas]');
  const sideBar = page.getByRole('complementary', { name: 'Side bar' });
  await page.keyboard.press('Alt+2');
  await sideBar
    .getByRole('treeitem', { name: 'Orders API', exact: true })
    .dragTo(canvas, { targetPosition: { x: 720, y: 60 } });
  await expect(card(page, 'Orders API')).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'API endpoint', exact: true })).toHaveText('Orders API');
  await sideBar.getByRole('treeitem', { name: 'Users API', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add an API Call that uses it' }).click();
  await expect(page.getByRole('combobox', { name: 'API endpoint', exact: true })).toHaveText('Users API');
  const calls = (await writtenFlow(page, workspace)).nodes.filter(({ kind }) => kind === 'api-call');
  expect(calls.map(({ name }) => name)).toEqual(['Orders API', 'Users API']);
  await page.keyboard.press('Control+z');

  await page.getByRole('tab', { name: 'Variables' }).click();
  const row = page.getByRole('treegrid', { name: 'Variables' }).getByRole('row', { name: /^answer/ });
  await row.dragTo(canvas, { targetPosition: { x: 330, y: 260 } });
  await expect(card(page, 'Message')).toContainText('{{answer}}');
  await row.dragTo(card(page, 'Question'), { targetPosition: { x: 60, y: 16 } });
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Question');
  expect((await writtenFlow(page, workspace)).nodes.find(({ name }) => name === 'Question')).toMatchObject({
    config: { text: '{{answer}}' },
  });
  // A card that says nothing takes none.
  const before = await writtenFlow(page, workspace);
  await row.dragTo(card(page, 'Orders API'), { targetPosition: { x: 60, y: 16 } });
  const between = await middleOf(line(page, 'Start, next, to Question').locator('path').first());
  const { x, y } = await stillBox(canvas);
  await row.dragTo(canvas, { targetPosition: { x: between.x - x, y: between.y - y } });
  await expect(line(page, 'Message 2, next, to Question')).toHaveCount(1);
  expect((await writtenFlow(page, workspace)).nodes).toHaveLength(before.nodes.length + 1);

  // From the variable to where it is set, by the menu and by its key.
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Go to where it is set' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Question');
  await inspect(page, 'Message');
  await row.click();
  await row.focus();
  await page.keyboard.press('F12');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Question');

  await page
    .getByRole('toolbar', { name: 'Nodes' })
    .getByRole('button', { name: 'Note', exact: true })
    .dragTo(canvas, { targetPosition: { x: 640, y: 220 } });
  await page.getByText('An empty note').click({ button: 'right' });
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
    expect.stringContaining('Edit the text'),
    expect.stringContaining('Duplicate'),
    expect.stringContaining('Delete'),
  ]);
  await page.getByRole('menuitem', { name: 'Edit the text' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' }).locator('textarea')).toBeFocused();

  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add a Message that says it' }).click();
  await expect(card(page, 'Message 3')).toContainText('{{answer}}');
});

/** Types into the list that asks, and takes what fits best. */
async function picked({ keyboard, read }: KeysOnly, question: string, typed: string): Promise<void> {
  await expect(read.getByRole('combobox', { name: question, exact: true })).toBeFocused();
  await keyboard.type(typed);
  await keyboard.press('Enter');
  await expect(read.getByRole('combobox', { name: question, exact: true })).toHaveCount(0);
}

/** Goes to a card by the search. */
async function goTo({ keyboard, read }: KeysOnly, name: string): Promise<void> {
  await keyboard.press('Control+k');
  await keyboard.type(`@${name}`);
  await keyboard.press('Enter');
  await expect(
    read.locator('.react-flow__node').filter({ has: read.getByText(name, { exact: true }) }),
  ).toBeFocused();
}
