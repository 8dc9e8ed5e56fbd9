// A loop whose body runs another flow, debugged as a person does: into it in one of the rounds, out, over, and back again.
import { expect, type Page } from '@playwright/test';
import { exampleEndpointsAt, startCountedShop } from '../stories/counted-shop.ts';
import { fetchAName, greetEverybody } from '../stories/greet-everybody.ts';
import type { StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { card, conversation, inspect } from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

let shop: StoryServer;
test.beforeEach(async () => {
  shop = await startCountedShop();
});
test.afterEach(() => shop.close());

const fetched = () => shop.requests.map(({ path }) => path);

/** Where the run stands still, and in which flow the canvas is. */
async function standsAt(page: Page, words: string, flow: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Debugger' })).toContainText(words);
  await expect(page.getByRole('tab', { name: flow, exact: true })).toHaveAttribute('aria-selected', 'true');
}

test('a sub-flow in a loop is stepped into, out of and over, and looked back into', async ({ launch }) => {
  test.setTimeout(120_000);
  const endpoints = exampleEndpointsAt(shop.url);
  const sample = endpoints.find(({ name }) => name === 'Sample API');
  if (sample === undefined) throw new Error('The example has no Sample API.');
  const workspace = await storyWorkspace(greetEverybody(), fetchAName(sample.id), ...endpoints);
  const started = await launch({ workspace, ...startedAt({ width: 1920, height: 1080 }) });
  const { page } = started;
  const look = await photographer(started, { folder: 'sub-flow-in-loop', axeIn: 'dark' });
  const [outer, inner] = ['Greet everybody', 'Fetch a name'];
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: outer, exact: true }).click();
  await inspect(page, 'Fetch');
  await card(page, 'Fetch').focus();
  await page.keyboard.press('Shift+F9');
  await expect(page.getByRole('dialog', { name: 'Breakpoint before Fetch' })).toBeVisible();
  await page.keyboard.type('eq person 8');
  await page.keyboard.press('Enter');

  await page.keyboard.press('F5');
  await standsAt(page, 'Paused at Fetch', outer);
  await expect(card(page, 'People')).toContainText('2 of 3');
  await expect(conversation(page)).toContainText('Hello Ana Sousa!');
  expect(fetched()).toEqual(['/users/7']);

  await page.keyboard.press('F11');
  await standsAt(page, 'Paused at Begin', inner);
  await page.keyboard.press('F10');
  await standsAt(page, 'Paused at Get user', inner);
  await look('inside');
  await page.keyboard.press('Shift+F11');
  await standsAt(page, 'Paused at Greet', outer);
  await expect(card(page, 'People')).toContainText('2 of 3');
  expect(fetched()).toEqual(['/users/7', '/users/8']);
  await look('outside');

  // Back into the flow that was left, and further, as far as the first round: nothing is sent for it.
  await page.keyboard.press('Alt+F10');
  await standsAt(page, 'Back at Fetched', inner);
  await page.keyboard.press('Alt+F10');
  await standsAt(page, 'Back at Get user', inner);
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Alt+F10');
  await standsAt(page, 'Back at Fetch', outer);
  await page.keyboard.press('Alt+F10');
  await standsAt(page, 'Back at People', outer);
  await page.keyboard.press('Alt+F10');
  await standsAt(page, 'Back at Greet', outer);
  await expect(card(page, 'People')).toContainText('1 of 3');
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('Alt+Shift+F10');
  await standsAt(page, 'Paused at Greet', outer);
  expect(fetched()).toEqual(['/users/7', '/users/8']);

  // Over what follows: the loop's next round, and the whole flow that it runs.
  await page.keyboard.press('F10');
  await standsAt(page, 'Paused at People', outer);
  await page.keyboard.press('F11');
  await standsAt(page, 'Paused at Fetch', outer);
  await expect(card(page, 'People')).toContainText('3 of 3');
  await page.keyboard.press('F10');
  await standsAt(page, 'Paused at Greet', outer);
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Hello Zoë "Zo" Müller!');
  await expect(conversation(page)).toContainText('Run ended');
  expect(fetched()).toEqual(['/users/7', '/users/8', '/users/9']);

  // The body of the loop as a group, folded up: its card says what is in it.
  await card(page, 'Fetch').click({ position: { x: 60, y: 12 } });
  await card(page, 'Greet').click({ position: { x: 60, y: 12 }, modifiers: ['Control'] });
  await page.keyboard.press('Control+G');
  await page.keyboard.type('One person');
  await page.keyboard.press('Enter');
  await look('grouped');
  await page.getByRole('button', { name: 'Collapse One person' }).click();
  await expect(page.getByRole('group', { name: /^Group: One person, collapsed/ })).toBeVisible();
  await look('collapsed');
});
