// Notes in the real window: written, made larger, copied and undone; nothing leads to one, and a run passes it by.
import { expect, type Page } from '@playwright/test';
import { inARow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { card, conversation, createFlow, saved, stillBox } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const cards = (page: Page) => page.locator('[data-node-id]');
const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const note = (page: Page, words: string) => page.locator('[data-node-id]').filter({ hasText: words });

test('a note is written, resized, copied and undone', async ({ launch }) => {
  const { page } = await launch({ window });
  await createFlow(page);
  await noteDragged(page, { x: 340, y: 100 });
  await text(page).fill('Ask the shop\nbefore the summer.');
  await expect(note(page, 'Ask the shop')).toBeVisible();
  const outline = page.getByRole('tree', { name: 'Outline' });
  await expect(outline.getByRole('treeitem').last()).toHaveText('Ask the shop');

  const before = await stillBox(note(page, 'Ask the shop'));
  expect([before.width, before.height]).toEqual([200, 96]);
  await page.mouse.move(before.x + before.width - 6, before.y + before.height - 6);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 74, before.y + before.height + 34, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Width' })).toHaveValue('280');
  await expect(page.getByRole('textbox', { name: 'Height' })).toHaveValue('136');
  await expect.poll(async () => (await stillBox(note(page, 'Ask the shop'))).width).toBe(280);
  await page.getByRole('textbox', { name: 'Width' }).fill('9999');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Width' })).toHaveValue('1200');
  await page.getByRole('textbox', { name: 'Width' }).fill('240');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stillBox(note(page, 'Ask the shop'))).width).toBe(240);
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+D');
  await expect(note(page, 'Ask the shop')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(note(page, 'Ask the shop')).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(note(page, 'Ask the shop')).toHaveCount(2);
  await page.keyboard.press('Control+Z');
  await expect(note(page, 'Ask the shop')).toHaveCount(1);
  await saved(page);
});

test('Enter and a double click lead to the text, and / adds a note', async ({ launch }) => {
  const { page } = await launch({ window });
  await createFlow(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('note');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Escape');
  await note(page, 'By keys').dblclick();
  await expect(text(page)).toBeFocused();
});

test('nothing leads to a note, cards lie over it, and a run passes it by', async ({ launch }) => {
  const flow = drawnFlow(
    {
      name: 'Under a card',
      nodes: [
        ['Start', 'start', {}],
        ['Note', 'note', { text: '{{nobody}} reads this', width: 420, height: 160 }],
        ['Say it', 'message', { text: 'Hello' }],
      ],
      connections: inARow('Start', 'Say it'),
    },
    { Note: [240, 0], 'Say it': [400, 32] },
  );
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  // The card takes the pointer where both are, also while the note is selected.
  await note(page, 'reads this').click({ position: { x: 20, y: 140 } });
  await expect(text(page)).toHaveValue('{{nobody}} reads this');
  await card(page, 'Say it').click({ position: { x: 60, y: 16 } });
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Say it');

  const port = await stillBox(card(page, 'Say it').getByTitle('next: drag to connect'));
  const box = await stillBox(note(page, 'reads this'));
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + box.height - 12, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__edge')).toHaveCount(1);
  await card(page, 'Say it').click({ position: { x: 60, y: 16 } });
  await page.keyboard.press('c');
  await expect(page.getByRole('option', { name: /reads this|Note/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Hello');
  await expect(conversation(page)).toContainText('Run ended');
  await saved(page);
});

async function noteDragged(page: Page, place: { readonly x: number; readonly y: number }): Promise<void> {
  const before = await cards(page).count();
  await page
    .getByRole('toolbar', { name: 'Nodes' })
    .getByRole('button', { name: 'Note', exact: true })
    .dragTo(page.locator('[data-canvas]'), { targetPosition: place });
  await expect(cards(page)).toHaveCount(before + 1);
}
