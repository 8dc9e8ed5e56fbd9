// A run that waits can always be answered or stopped: where nothing shows it any more, it was stopped, and that was said.
import { expect, type Locator, type Page } from '@playwright/test';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { test } from '../support/app-test.ts';
import { answer, card, conversation, flowOpened } from '../support/person.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const child = storyFlow({
  name: 'Pick a time',
  nodes: [
    ['Start', 'start', {}],
    ['Ask time', 'prompt', { text: 'Which time?', variable: 'time' }],
    ['Tell time', 'message', { text: 'At {{time}}' }],
    ['End', 'end', {}],
  ],
  connections: inARow('Start', 'Ask time', 'Tell time', 'End'),
});
const parent = storyFlow({
  name: 'Tasting',
  nodes: [
    ['Start', 'start', {}],
    ['Ask day', 'prompt', { text: 'Which day?', variable: 'day' }],
    ['Find time', 'sub-flow', { flow: storyId('fl', 'Pick a time') }],
    ['End', 'end', {}],
  ],
  connections: inARow('Start', 'Ask day', 'Find time', 'End'),
});

const notice = (page: Page): Locator => page.getByLabel('Notifications');
const runs = (page: Page): Locator => page.getByRole('list', { name: 'Runs' });
const rowOf = (page: Page, name: RegExp): Locator => runs(page).getByRole('button', { name });
const debug = (page: Page): Locator => page.getByRole('region', { name: 'Debugger' });

async function begun(page: Page, flow: string, question: string): Promise<void> {
  await flowOpened(page, flow);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText(question);
}

test('a run of a sub-flow alone is stopped when the flow that runs it comes there', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(parent, child) });
  await begun(page, 'Pick a time', 'Which time?');
  await begun(page, 'Tasting', 'Which day?');
  await answer(page, 'Monday');
  await expect(notice(page)).toContainText('The run of Pick a time was stopped');
  await expect(notice(page)).toContainText('A run of Tasting came into Pick a time and is shown there now.');
  await page.keyboard.press('Alt+5');
  await expect(rowOf(page, /^Pick a time, stopped/)).toBeVisible();
  await expect(rowOf(page, /running/)).toHaveCount(1);
  await answer(page, 'Noon');
  await expect(conversation(page)).toContainText('Run ended');
  await expect(rowOf(page, /running/)).toHaveCount(0);
});

test('a run is stopped with its flow, and can be read on a page of its own', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(parent, child) });
  await begun(page, 'Tasting', 'Which day?');
  await page.getByRole('treeitem', { name: 'Tasting', exact: true }).press('Delete');
  await expect(notice(page)).toContainText('The run of Tasting was stopped');
  await page.keyboard.press('Alt+5');
  await expect(rowOf(page, /running/)).toHaveCount(0);
  await rowOf(page, /^Tasting/).click();
  await expect(page.getByRole('heading', { name: 'Tasting', exact: true })).toBeVisible();
});

test('a run that waits is stopped in the list of runs', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(parent, child) });
  await begun(page, 'Tasting', 'Which day?');
  await page.keyboard.press('Alt+5');
  await rowOf(page, /running/).click({ button: 'right' });
  const stop = page.getByRole('menuitem', { name: 'Stop', exact: true });
  await expect(stop).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await stop.press('Enter');
  await expect(rowOf(page, /running/)).toHaveCount(0);
  await expect(conversation(page)).not.toContainText('Run ended');
});

test('breakpoints that are set and removed in a sub-flow hold for a run that has yet to come into it', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(parent, child) });
  await flowOpened(page, 'Pick a time');
  await card(page, 'Ask time').click();
  await page.keyboard.press('F9');
  await flowOpened(page, 'Tasting');
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Which day?');
  await flowOpened(page, 'Pick a time');
  await card(page, 'Ask time').click();
  await page.keyboard.press('F9');
  await card(page, 'Tell time').click();
  await page.keyboard.press('F9');
  await flowOpened(page, 'Tasting');
  await answer(page, 'Monday');
  await answer(page, 'Noon');
  await expect(debug(page)).toContainText('Paused at Tell time');
});
