// The Simulator around a conversation: runs from the middle, as somebody, copied, and long.
import { expect } from '@playwright/test';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { deliveryWorkspace } from '../support/delivery-workspace.ts';
import { resize } from '../support/launch-app.ts';
import { answer, card, conversation } from '../support/person.ts';
import { pictureTaken } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

test('a flow runs from the middle with given variables, and again with the same', async ({
  launch,
}, info) => {
  const { page } = await launch({ workspace: await deliveryWorkspace(), window });
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: 'Delivery' }).click();
  await page.getByRole('treeitem', { name: 'How', exact: true }).click();
  await card(page, 'How').click({ button: 'right' });
  await pictureTaken(page, info.outputPath('menu.png'));
  await page.getByRole('menuitem', { name: 'Run from here' }).click();
  const form = page.getByRole('form', { name: 'Variables of a run from How' });
  await form.getByLabel('mail').fill('bo@example.org');
  await form.getByLabel('gift').fill('perhaps');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('The value of gift is neither true nor false.');
  await expect(form.getByLabel('gift')).toBeFocused();
  await pictureTaken(page, info.outputPath('form.png'));
  expect(await axeFindings(page)).toEqual([]);
  await form.getByLabel('gift').fill('true');
  await page.keyboard.press('Enter');
  const log = conversation(page);
  await expect(log).toContainText('How shall it come?');
  await expect(page.getByRole('button', { name: 'Express to bo@example.org' })).toBeFocused();
  await page.keyboard.press('2');
  await answer(page, 'slip.pdf');
  await expect(log).toContainText('How many?');
  await answer(page, '1');
  await expect(log).toContainText('bo@example.org / / / true / I pick it up / slip.pdf / 1');

  await page.getByRole('button', { name: 'More for the Simulator' }).click();
  await page.getByRole('menuitem', { name: 'Run again from How' }).click();
  await expect(log).not.toContainText('Run ended');
  await expect(page.getByRole('button', { name: 'Express to bo@example.org' })).toBeVisible();
  // From the Start again, by its key.
  await page.keyboard.press('Control+Enter');
  await expect(log).toContainText('Your email?');

  // Debugged from there, it stands still at its breakpoints, that of the first node too.
  await card(page, 'How').click();
  await page.keyboard.press('F9');
  await card(page, 'How').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Debug from here' }).click();
  await expect(form.getByLabel('mail')).toHaveValue('bo@example.org');
  await form.getByRole('button', { name: 'Debug from here' }).click();
  await expect(page.getByRole('region', { name: 'Debugger' })).toContainText('Paused at How');
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: 'Express to bo@example.org' })).toBeVisible();
  await expect(log).not.toContainText('Your email?');
  await page.getByRole('button', { name: 'Run again from the Start' }).click();
  await expect(log).toContainText('Your email?');
});

test('somebody else is played, in the next run and in previews', async ({ launch }, info) => {
  const started = await launch({ workspace: await deliveryWorkspace(), window });
  const { app, page } = started;
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: 'Delivery' }).click();
  await card(page, 'Hello').click();
  await expect(page.getByLabel('Preview')).toHaveText('Hello Ann on web');
  await page.getByRole('button', { name: 'More for the Simulator' }).click();
  await page.getByRole('menuitem', { name: 'Test persona…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Test persona' });
  await dialog.getByLabel('Platform').fill('whatsapp');
  await dialog.getByLabel('Value, row 1').fill('Bo');
  await pictureTaken(page, info.outputPath('persona.png'));
  expect(await axeFindings(page)).toEqual([]);
  // Ctrl+Z is the text's in a field, and takes back what was done to the persona everywhere else in the dialog.
  await dialog.getByLabel('Platform').press('End');
  await page.keyboard.type('!');
  await expect(dialog.getByLabel('Platform')).toHaveValue('whatsapp!');
  await page.keyboard.press('Control+Z');
  await expect(dialog.getByLabel('Platform')).toHaveValue('whatsapp');
  await dialog.getByRole('button', { name: 'Remove first_name' }).click();
  await expect(dialog.getByLabel('Value, row 1')).not.toHaveValue('Bo');
  await page.keyboard.press('Control+Z');
  await expect(dialog.getByLabel('Value, row 1')).toHaveValue('Bo');
  await page.keyboard.press('Control+Shift+Z');
  await expect(dialog.getByLabel('Value, row 1')).not.toHaveValue('Bo');
  await page.keyboard.press('Control+Z');
  await dialog.getByRole('button', { name: 'Remove first_name' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByLabel('Preview')).not.toContainText('Bo');
  await page.keyboard.press('Control+Z');
  await expect(page.getByLabel('Preview')).toHaveText('Hello Bo on whatsapp');
  await card(page, 'Start').click();
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Hello Bo on whatsapp');

  await answer(page, 'no * mail');
  await expect(conversation(page)).toContainText('Please answer with an email address');
  const copied = async (item: string) => {
    await page.getByRole('button', { name: 'More for the Simulator' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return () => app.evaluate(({ clipboard }) => clipboard.readText());
  };
  await expect
    .poll(await copied('Copy the conversation'))
    .toContain(
      'Bot: Hello Bo on whatsapp\nBot: Your email?\nYou: no * mail\nBot: Please answer with an email',
    );
  await expect.poll(await copied('Copy as Markdown')).toContain('**You:** no \\* mail');
});

test('a long talk keeps its end in view until one scrolls up, in a small window and in a large one', async ({
  launch,
}, info) => {
  let release: () => void = () => undefined;
  const server = await startStoryServer({
    routes: {
      slow: (_request, response) => {
        release = () => response.end('done');
      },
    },
  });
  const { app, page } = await launch({
    workspace: await deliveryWorkspace(server.url),
    window,
    settings: { theme: 'dark' },
  });
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: 'Long talk' }).click();
  await page.getByRole('button', { name: 'More for the Simulator' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Typing indicator' }).click();
  await page.keyboard.press('Escape');
  await card(page, 'Start').click();
  const log = conversation(page);
  const newer = page.getByRole('button', { name: /new messages?$/ });
  for (const size of [window, { width: 1920, height: 1080 }]) {
    await resize(app, page, size);
    await page.keyboard.press('Control+Enter');
    await server.nextRequest();
    await expect(log.getByText('Line 30 of a long talk')).toBeInViewport();
    await expect(log.locator('[data-typing]')).toHaveCount(1);
    await log.hover();
    await page.mouse.wheel(0, -2000);
    await expect(log.getByText('Line 1 of a long talk')).toBeInViewport();
    release();
    await expect(newer).toHaveText('2 new messages');
    await pictureTaken(page, info.outputPath(`newer-${String(size.width)}.png`));
    await newer.click();
    await expect(log.getByText('The last word')).toBeInViewport();
    await expect(newer).toHaveCount(0);
    await expect(log.locator('[data-typing]')).toHaveCount(0);
  }
  await server.close();
});
