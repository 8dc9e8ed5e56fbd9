// Every type of answer as a person gives it, with the mouse and with the keyboard, and how a prompt is told what to ask.
import { expect, type Page } from '@playwright/test';
import type { ThemeChoice } from '#shared/settings/settings.ts';
import { inARow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { deliveryWorkspace } from '../support/delivery-workspace.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { keysOnly } from '../support/keys-only.ts';
import { answer, card, choose, connect, conversation, inspect, saved } from '../support/person.ts';
import { pictureTaken, themeChosen } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

async function talk(page: Page): Promise<void> {
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: 'Delivery' }).click();
  await card(page, 'Start').click();
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Your email?');
}

/** What is shown has nothing that axe finds, in one theme after the other. */
async function readableIn(page: Page, ...themes: readonly ThemeChoice[]): Promise<void> {
  for (const theme of themes) {
    await themeChosen(page, theme);
    expect(await axeFindings(page), theme).toEqual([]);
  }
}

test('every type is answered with the keyboard, in light and in dark', async ({ launch }, info) => {
  const { page } = await launch({
    workspace: await deliveryWorkspace(),
    settings: { theme: 'light' },
    window,
  });
  await talk(page);
  const story = await keysOnly(page);
  const { keyboard, read } = story;
  const field = read.getByRole('textbox', { name: 'Your answer' });
  const says = (text: string) => expect(conversation(read)).toContainText(text);
  await expect(field).toBeFocused();

  await keyboard.type('ann@home\n');
  await says('Please answer with an email address');
  await keyboard.type('ann@example.org\n');
  await says('Your phone?');
  await keyboard.type('+41 (0)44 668 18 00\n');
  await says('Which day?');

  await keyboard.type('30.2.2025\n');
  await says('Please answer with a date from 2025-03-01 to 2025-03-31.');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const calendar = read.getByRole('grid', { name: 'March 2025' });
  await expect(calendar.getByRole('button', { name: 'Monday, 31 March 2025' })).toBeFocused();
  await pictureTaken(page, info.outputPath('calendar.png'));
  await readableIn(page, 'light', 'dark');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(field).toHaveValue('2025-03-25');
  await expect(field).toBeFocused();
  await keyboard.press('Enter');

  await says('Is it a gift?');
  const picks = read.getByRole('group', { name: 'Choices' });
  await expect(picks.getByRole('button', { name: 'Yes' })).toBeFocused();
  await keyboard.press('1');
  await says('How shall it come?');
  const fast = picks.getByRole('button', { name: 'Express to ann@example.org' });
  await expect(fast).toBeFocused();
  await pictureTaken(page, info.outputPath('choices.png'));
  await readableIn(page, 'dark', 'light');
  await keyboard.type('by drone\n');
  await says('Please pick one of these: Express to ann@example.org, I pick it up.');
  await keyboard.press('Shift+Tab');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await says('We hurry.');
  await says('Which file is the slip?');
  await keyboard.type('../slip.pdf\n');
  await says('Please answer with the name of a file without its folder');
  await keyboard.press('ArrowUp');
  await expect(field).toHaveValue('../slip.pdf');
  await keyboard.press('ArrowUp');
  await expect(field).toHaveValue('Express to ann@example.org');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(field).toHaveValue('');
  await keyboard.type('slip.pdf\n');
  await says('How many?');
  await keyboard.type('2.5\n');
  await says('Please answer with a whole number, 1 or more.');
  await keyboard.type('12345678901234567890\n');
  await says(
    'ann@example.org / +41446681800 / 2025-03-25 / true / express / slip.pdf / 12345678901234567890',
  );
  await pictureTaken(page, info.outputPath('over.png'));
  expect(await story.intrusions()).toEqual([]);
});

test('every type is answered with the mouse', async ({ launch }) => {
  const { page } = await launch({ workspace: await deliveryWorkspace(), window });
  await talk(page);
  const says = (text: string) => expect(conversation(page)).toContainText(text);
  await answer(page, 'ann@example.org');
  await says('Your phone?');
  await answer(page, '044 668 18 00');
  await says('Which day?');
  await page.getByRole('button', { name: 'Pick a date' }).click();
  await page.getByRole('button', { name: 'Month before' }).click();
  // Out of bounds: nothing is picked.
  await page.getByRole('button', { name: 'Friday, 14 February 2025' }).click({ force: true });
  await page.getByRole('button', { name: 'Month after' }).click();
  await page.getByRole('button', { name: 'Tuesday, 4 March 2025' }).click();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await says('Is it a gift?');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await says('How shall it come?');
  await page.getByRole('button', { name: 'I pick it up' }).click();
  await says('Which file is the slip?');
  await expect(conversation(page)).not.toContainText('We hurry.');
  await expect(page.getByRole('button', { name: 'Pick a file' })).toBeVisible();
  // What the system's own dialog would give, which no test can press.
  const file = { name: 'slip 7.pdf', mimeType: 'application/pdf', buffer: Buffer.from('') };
  await page.getByLabel('A file for its name').setInputFiles(file);
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('slip 7.pdf');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await says('How many?');
  await answer(page, '3');
  await says('ann@example.org / 0446681800 / 2025-03-04 / false / I pick it up / slip 7.pdf / 3');
});

test('a choice gets its labels, its exits and its order, and loses its connection with its row', async ({
  launch,
}, info) => {
  const flow = drawnFlow(
    {
      name: 'Sizes',
      nodes: [
        ['Start', 'start', {}],
        ['Size', 'prompt', { text: 'Which size?', variable: 'size' }],
        ['Huge', 'message', { text: 'Huge: {{size}}' }],
      ],
      connections: inARow('Start', 'Size'),
    },
    { Size: [240, 80], Huge: [496, 0] },
  );
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'Size');
  await choose(page, 'Answer', 'Choice');
  const table = page.getByRole('table', { name: 'Choices' });
  await fillTemplate(table.getByLabel('Label, row 1'), 'Small');
  await page.keyboard.press('Enter');
  await fillTemplate(table.getByLabel('Label, row 2'), 'Large');
  await page.keyboard.press('Enter');
  await expect(table.getByLabel('Label, row 3')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(table.getByRole('row')).toHaveCount(3);
  await fillTemplate(table.getByLabel('Stored value, row 2'), 'XL');
  await connect(page, 'Size', 'Large', 'Huge');
  await inspect(page, 'Size');
  await pictureTaken(page, info.outputPath('editor.png'));
  expect(await axeFindings(page)).toEqual([]);

  await table.getByLabel('Label, row 2').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(table.getByLabel('Label, row 1')).toHaveValue('Large');
  await saved(page);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Which size?');
  await answer(page, '1');
  await expect(conversation(page)).toContainText('Huge: XL');

  const lines = page.locator('.react-flow__edge');
  await expect(lines).toHaveCount(2);
  await table.getByRole('row').nth(1).hover();
  await page.getByRole('button', { name: 'Remove Large' }).click();
  await expect(lines).toHaveCount(1);
  await inspect(page, 'Size');
  await page.keyboard.press('Control+Z');
  await expect(lines).toHaveCount(2);
  await expect(card(page, 'Size')).toContainText('Large');
});
