// A flow that runs another one: drawn and set in the inspector, stepped into and out of, and looked back into.
import { expect, type Locator, type Page } from '@playwright/test';
import { exampleEndpointsAt, startCountedShop } from '../stories/counted-shop.ts';
import { pickATime, tastingAppointment } from '../stories/order-lookup.ts';
import { storyFlow } from '../stories/story-flow.ts';
import type { StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { answer, card, conversation } from '../support/person.ts';
import { pictureTaken } from '../support/photographer.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
let shop: StoryServer;
test.beforeEach(async () => {
  shop = await startCountedShop();
});
test.afterEach(() => shop.close());

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Debugger' });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

test('an appointment is booked through a sub-flow that is stepped into, out of and back over', async ({
  launch,
}, info) => {
  const { app, page } = await launch({
    window,
    workspace: await storyWorkspace(tastingAppointment(), pickATime(), ...exampleEndpointsAt(shop.url)),
  });
  await page
    .getByRole('tree', { name: 'Flows' })
    .getByRole('treeitem', { name: 'Tasting appointment', exact: true })
    .click();
  await expect(card(page, 'Find time')).toContainText('Pick a time');
  await card(page, 'Find time').click();
  await expect(inspector(page).getByRole('combobox', { name: 'Flow', exact: true })).toContainText(
    'Pick a time',
  );
  await expect(inspector(page).getByLabel('Input day')).toBeVisible();
  await expect(inspector(page).getByLabel('Variable, output 1')).toHaveValue('choices');
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await card(page, 'Find time').click();
  await page.keyboard.press('F9');
  await page.keyboard.press('F5');
  await answer(page, '2026-03-12');
  await expect(bar(page)).toContainText('Paused at Find time');

  // Into it: the canvas goes along, and the way is shown.
  await page.keyboard.press('F11');
  await expect(tab(page, 'Pick a time')).toHaveAttribute('aria-selected', 'true');
  await expect(bar(page)).toContainText('Paused at Start');
  const stack = bar(page).getByRole('navigation', { name: 'Flows of the run' });
  await expect(stack.getByRole('button')).toHaveText(['Tasting appointment', 'Pick a time']);
  await page.keyboard.press('F10');
  await expect(card(page, 'Free times')).toHaveAttribute('data-state', 'paused');
  await page.getByRole('tab', { name: 'Variables' }).click();
  const frames = page.getByRole('navigation', { name: 'Variables of' });
  await expect(frames.getByRole('button')).toHaveText(['Tasting appointment', 'Pick a time']);
  expect(await axeFindings(page)).toEqual([]);

  // The flow that waits stands at its node, with its own variables.
  await stack.getByRole('button', { name: 'Tasting appointment' }).click();
  await expect(tab(page, 'Tasting appointment')).toHaveAttribute('aria-selected', 'true');
  await expect(card(page, 'Find time')).toHaveAttribute('data-state', 'running');

  // Out of it: over the prompt inside, back to the flow that runs it.
  await page.keyboard.press('Shift+F11');
  await answer(page, '10:30');
  await expect(bar(page)).toContainText('Paused at Time found?');
  await expect(tab(page, 'Tasting appointment')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const rows = page.getByRole('treegrid', { name: 'Timeline' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Free times' })).toHaveAttribute('aria-level', '2');
  await expect(rows.filter({ hasText: 'Find time' })).toHaveAttribute('aria-level', '1');

  // Back across the border, and forward again: nothing is sent.
  await page.keyboard.press('Alt+F10');
  await expect(bar(page)).toContainText('Back at Chosen');
  await expect(tab(page, 'Pick a time')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+Shift+F10');
  await expect(bar(page)).toContainText('Paused at Time found?');
  await expect(tab(page, 'Tasting appointment')).toHaveAttribute('aria-selected', 'true');
  expect(shop.requests).toHaveLength(1);
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Booked: B-17, Thursday, 12 March at 10:30.');
  await expect(card(page, 'Find time')).toContainText(/\d m?s/);

  // Whoever gets the conversation reads the nodes of both flows by their names.
  await page.getByRole('button', { name: 'More for the Simulator' }).click();
  await page.getByRole('menuitem', { name: 'Copy the conversation' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('(Free times: 200');

  // What answered a call of the sub-flow is pinned there, though another flow was run.
  await card(page, 'Find time').dblclick();
  await expect(tab(page, 'Pick a time')).toHaveAttribute('aria-selected', 'true');
  await page
    .getByRole('tree', { name: 'Outline' })
    .getByRole('treeitem', { name: 'Free times', exact: true })
    .click();
  await inspector(page).getByRole('button', { name: 'Answered by the API' }).click();
  await page.getByRole('menuitem', { name: 'Pin the last response' }).click();
  await expect(
    inspector(page).getByRole('button', { name: 'Answered by the fixture Free times 200' }),
  ).toBeVisible();

  // What the sub-flow calls slots is renamed there, and the output that reads it goes along.
  await inspector(page)
    .getByRole('button', { name: /^\d uses?$/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.getByRole('textbox', { name: 'New name of slots' }).fill('free');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tab(page, 'Tasting appointment').click();
  await card(page, 'Find time').click();
  await expect(inspector(page)).toContainText('{{free.body.times}}');

  // The fixture answers the runs of this flow, too, so its Simulator says so and lets the call go live.
  const standIns = page.getByRole('button', { name: '1 call stands in' });
  await standIns.click();
  await expect(page.getByRole('menuitem', { name: /^Free times/ })).toContainText(
    'Pick a time · Free times 200',
  );
  expect(await axeFindings(page)).toEqual([]);
  await pictureTaken(page, info.outputPath('stand-ins.png'));
  await page.getByRole('menuitem', { name: 'Let all go live' }).click();
  await expect(standIns).toBeHidden();
  await card(page, 'Find time').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await expect(tab(page, 'Pick a time')).toHaveAttribute('aria-selected', 'true');
});

test('a Sub-flow is drawn, picks its flow and is told what is missing', async ({ launch }) => {
  const caller = storyFlow({
    name: 'Caller',
    nodes: [
      ['Start', 'start', {}],
      ['Say', 'message', { text: 'Hello' }],
    ],
    connections: [['Start', 'next', 'Say']],
  });
  const workspace = await storyWorkspace(caller, pickATime(), ...exampleEndpointsAt(shop.url));
  const { page } = await launch({ window, workspace });
  await page.getByRole('button', { name: 'Caller' }).first().click();
  await card(page, 'Say').click();
  await page.keyboard.press('/');
  await page.keyboard.type('sub');
  await page.keyboard.press('Enter');
  const node = card(page, 'Sub-flow');
  await expect(node).toContainText('Pick a flow');
  await inspector(page).getByRole('combobox', { name: 'Flow', exact: true }).click();
  await page.getByRole('option', { name: 'Pick a time' }).click();
  await expect(node).toContainText('Pick a time');
  await expect(inspector(page)).toContainText('day is required');
  await inspector(page).getByLabel('Input day').click();
  await page.keyboard.type('tomorrow');
  await expect(inspector(page)).not.toContainText('day is required');
  await inspector(page).getByRole('button', { name: 'Output' }).click();
  await inspector(page).getByLabel('Variable, output 1').fill('choices');
  await inspector(page).getByLabel('Value, output 1').click();
  await page.keyboard.type('{{slo');
  await expect(page.getByRole('option', { name: /^slots/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(node).toContainText('choices');
  expect(await axeFindings(page)).toEqual([]);
});
