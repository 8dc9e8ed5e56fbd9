// The debugger as a person uses it: a condition that stops a run, a value that is changed, a look back, and the other way.
import { expect, type Locator, type Page } from '@playwright/test';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { storyId } from '../stories/story-id.ts';
import { userGreeting } from '../stories/user-greeting.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { answer, card, conversation } from '../support/person.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const flow = userGreeting();

let server: StoryServer;
test.beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      users: ({ path }, response) => {
        const isAna = path === '/users/7';
        response.statusCode = isAna ? 200 : 404;
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify(isAna ? { id: 7, name: 'Ana Sousa' } : { title: 'Nobody has this number' }),
        );
      },
    },
  });
});
test.afterEach(() => server.close());

const usersApi = () =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Users API'),
    name: 'Users API',
    baseUrl: server.url,
  });

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Debugger' });
const paths = (): readonly string[] => server.requests.map(({ path }) => path);

async function variable(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name: 'Variables' }).click();
  return page
    .getByRole('treegrid', { name: 'Variables' })
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

test('a condition stops a run, a changed value and a look back take the other way', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(flow, usersApi()) });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Shift+F9');
  const dialog = page.getByRole('dialog', { name: 'Breakpoint before Get user' });
  await page.keyboard.type('eq user_id');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('eq');
  await page.keyboard.type(' 9');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(
    card(page, 'Get user').getByRole('img', { name: 'Breakpoint with a condition' }),
  ).toBeVisible();

  await page.keyboard.press('F5');
  await answer(page, '9');
  await expect(bar(page)).toContainText('Paused at Get user');
  await expect(card(page, 'Get user')).toHaveAttribute('data-state', 'paused');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Paused');
  expect(paths()).toEqual([]);

  const row = await variable(page, 'user_id');
  await expect(row).toContainText('new');
  await row.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('edited');
  await expect(row.locator('del')).toHaveText('9');
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('F10');
  await expect(bar(page)).toContainText('Paused at Greeting');
  expect(paths()).toEqual(['/users/7']);
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Hello, Ana Sousa!');

  // Back over what was done: the values of then, and nothing is sent.
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Alt+F10');
  await expect(bar(page)).toContainText('Back at Get user');
  await expect(bar(page)).toContainText('step 3 of 5');
  await expect(page.getByRole('region', { name: 'Simulator', exact: true })).toContainText(
    'Looking back into this run',
  );
  await expect(conversation(page)).not.toContainText('Ana Sousa');
  await page.keyboard.press('Alt+Shift+F10');
  await expect(bar(page)).toContainText('Back at Greeting');
  await page.keyboard.press('Alt+F10');
  expect(paths()).toEqual(['/users/7']);

  // A value that is changed in the past makes a new run, and that one takes the other way.
  await row.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('404');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A new run goes on from here')).toBeVisible();
  await expect(bar(page)).toContainText('Paused at Get user in a new run');
  expect(paths()).toEqual(['/users/7']);
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Sorry, that did not work.');
  await expect(card(page, 'Apology')).toHaveAttribute('data-state', 'done');
  await expect(card(page, 'Greeting')).toHaveAttribute('data-state', 'idle');
  expect(paths()).toEqual(['/users/7', '/users/404']);

  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Compare two runs');
  await page.keyboard.press('Enter');
  const comparison = page.getByRole('dialog', { name: 'Compare two runs' });
  await expect(comparison).toContainText(
    'They went the same way for 2 steps. Then the one came to Get user (200), the other to Get user (404).',
  );
  await expect(comparison.getByRole('row', { name: /^user_id/ })).toHaveText(/7.*404/);
  expect(await axeFindings(page)).toEqual([]);
});

test('sends a call again when told to, and only then; stops where the menu of a card says, and after an exit', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await storyWorkspace(flow, usersApi()) });
  await page.keyboard.press('Control+Enter');
  await answer(page, '7');
  await expect(conversation(page)).toContainText('Run ended');
  for (const place of ['End', 'Greeting', 'Get user']) {
    await page.keyboard.press('Alt+F10');
    await expect(bar(page)).toContainText(`Back at ${place}`);
  }
  expect(paths()).toEqual(['/users/7']);
  await bar(page).getByRole('button', { name: 'Send again' }).click();
  await expect(bar(page)).toContainText('Paused at Greeting');
  expect(paths()).toEqual(['/users/7', '/users/7']);
  await page.keyboard.press('Shift+F5');
  await expect(conversation(page)).toContainText('Run stopped');
  await expect(bar(page)).toBeHidden();

  // Where the menu of a card says, and after an exit.
  await card(page, 'Get user').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Stop after it leaves by' }).click();
  await page.getByRole('menuitem', { name: 'error', exact: true }).click();
  await expect(card(page, 'Get user').getByRole('img', { name: 'Breakpoint on error' })).toBeVisible();
  await card(page, 'Get user').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Run to here' }).click();
  await answer(page, '8');
  await expect(bar(page)).toContainText('Paused at Get user');
  await bar(page).getByRole('button', { name: 'Continue' }).click();
  await expect(bar(page)).toContainText('Paused at Apology reached by error');
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('Run ended');
});
