// The main story with the keyboard alone: no mouse, and no focus that a key did not bring.
import { expect, type Locator } from '@playwright/test';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { keysOnly, tabTo, type KeysOnly } from '../support/keys-only.ts';
import { conversation } from '../support/person.ts';

test.use({ sharesWindow: true });

const token = 'tok-keyboard-77aa31';
const window = { width: 1280, height: 800 };

test('the keyboard alone makes an endpoint and a flow, runs it, and runs it again after a restart', async ({
  launch,
}) => {
  const server = await startStoryServer({ token });
  const first = await launch({ window, alone: true });
  const story = await keysOnly(first.page);
  const { keyboard, read } = story;

  await makeEndpoint(story, 'Another API', 'http://127.0.0.1:9');
  await makeEndpoint(story, 'Users API', server.url, token);
  await expect(read.getByText('set just now')).toBeVisible();

  await keyboard.press('Control+N');
  await expect(read.locator('[data-canvas]')).toBeVisible();
  await keyboard.press('Escape');
  for (const kind of ['prompt', 'api', 'message', 'end']) {
    await keyboard.press('/');
    await expect(read.getByRole('combobox', { name: 'Add a node', exact: true })).toBeFocused();
    await keyboard.type(kind);
    await keyboard.press('Enter');
    await expect(read.locator('.react-flow__node:focus')).toContainText(new RegExp(kind, 'i'));
  }
  await expect(read.locator('.react-flow__edge')).toHaveCount(4);

  await openNode(story, 'Prompt');
  await fill(story, 'Question', 'Which user?');
  await fill(story, 'Variable', 'user_id');
  await openNode(story, 'API Call');
  const endpoint = read.getByRole('combobox', { name: 'API endpoint', exact: true });
  await tabTo(story, endpoint);
  await keyboard.press('Enter');
  await keyboard.type('Users');
  await expect(read.getByRole('option', { name: 'Users API', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(endpoint).toHaveText('Users API');
  await expect(endpoint).toBeFocused();
  await fill(story, 'Path', '/users/{{user_id}}');
  await fill(story, 'Response variable', 'user_data');
  await fill(story, 'Sample value of user_id', '7');
  await expect(read.getByLabel('Request as it will be sent', { exact: true })).toContainText(
    'Authorization: Bearer ••••••••',
  );
  await openNode(story, 'Message');
  await fill(story, 'Text', 'Hello {{user_data.body.name}}!');

  // Connecting by keyboard: the answer that never fits leads to the End too.
  await goTo(story, 'Prompt');
  await keyboard.press('c');
  await keyboard.type('no-answer');
  await keyboard.press('Enter');
  await keyboard.type('End');
  await keyboard.press('Enter');
  await expect(read.locator('.react-flow__edge')).toHaveCount(5);
  await keyboard.press('Escape');
  await keyboard.press('Control+Z');
  await expect(read.locator('.react-flow__edge')).toHaveCount(4);

  await runAndAnswer(story);
  await expect(read.getByText('Saved', { exact: true })).toBeVisible();
  expect(await story.intrusions()).toEqual([]);
  await first.close();

  const second = await launch({ window, userData: first.userData, workspace: first.workspace });
  const again = await keysOnly(second.page);
  await runAndAnswer(again);
  expect(await again.intrusions()).toEqual([]);
  expect(server.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/users/7', `Bearer ${token}`],
    ['/users/7', `Bearer ${token}`],
  ]);
  await server.close();
});

test('the watch tells a mouse and a focus from outside, and the story cannot even try', async ({
  launch,
}) => {
  const { page } = await launch({ window });
  const story = await keysOnly(page);
  await story.keyboard.press('Control+Shift+E');
  const name = page.getByRole('dialog').getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await story.keyboard.press('Tab');
  expect(await story.intrusions()).toEqual([]);

  const seen = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = (await story.intrusions()).length;
    await act();
    return (await story.intrusions()).slice(before).map((each) => each.split(' ')[0] ?? '');
  };
  expect(await seen(() => name.focus())).toEqual(['focusin']);
  expect(await seen(() => page.getByLabel('Base URL').evaluate((field) => field.focus()))).toEqual([
    'focusin',
  ]);
  expect(await seen(() => name.fill('Users API'))).toContain('focusin');
  expect(await seen(() => page.mouse.move(300, 300, { steps: 2 }))).toContain('mousemove');
  expect(await seen(() => page.mouse.click(310, 310))).toEqual(
    expect.arrayContaining(['pointerdown', 'mousedown', 'click']),
  );
  expect(await seen(() => page.mouse.click(310, 310, { button: 'right' }))).toContain('contextmenu');
  // The wheel turns in its own time.
  await page.mouse.wheel(0, 10);
  await expect.poll(async () => (await story.intrusions()).join(' ')).toContain('wheel');

  expect(() => story.read.mouse).toThrow('may not use mouse');
  expect(() => story.keyboard.insertText('x')).toThrow('may not use insertText');
  for (const act of ['click', 'fill', 'focus', 'hover'] as const)
    expect(() => void Reflect.get(story.read.getByLabel('Base URL'), act)).toThrow(`may not use ${act}`);
});

async function makeEndpoint(story: KeysOnly, name: string, baseUrl: string, secret?: string): Promise<void> {
  const { keyboard, read } = story;
  const form = read.getByRole('dialog', { name: 'New API endpoint', exact: true });
  await keyboard.press('Control+Shift+E');
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.type(name);
  await fill(story, 'Base URL', baseUrl, form);
  if (secret !== undefined) {
    await tabTo(story, form.getByRole('radio', { name: 'None', exact: true }));
    await keyboard.press('ArrowRight');
    await tabTo(story, form.getByLabel('Token', { exact: true }));
    await keyboard.type(secret);
  }
  await keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(read.getByRole('textbox', { name: 'Name of the API endpoint' })).toHaveValue(name);
}

async function runAndAnswer({ keyboard, read }: KeysOnly): Promise<void> {
  // The question takes the focus from the canvas, and from no field that one types into.
  await keyboard.press('Escape');
  await keyboard.press('Control+Enter');
  await expect(read.getByRole('textbox', { name: 'Your answer', exact: true })).toBeFocused();
  await keyboard.type('7');
  await keyboard.press('Enter');
  await expect(conversation(read)).toContainText('Hello Ana Sousa!');
  await expect(conversation(read)).toContainText('Run ended');
}

/** Goes to a card with Tab, which walks the cards in the order of the flow. */
async function goTo(story: KeysOnly, name: string): Promise<void> {
  await story.keyboard.press('Escape');
  const { read } = story;
  await tabTo(
    story,
    read.locator('.react-flow__node').filter({ has: read.getByTitle(name, { exact: true }) }),
  );
}

async function openNode(story: KeysOnly, name: string): Promise<void> {
  await goTo(story, name);
  await story.keyboard.press('Enter');
  const field = story.read.getByRole('textbox', { name: 'Name of the node', exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(name);
}

async function fill(
  story: KeysOnly,
  label: string,
  text: string,
  within: Pick<Locator, 'getByLabel'> = story.read,
): Promise<void> {
  await tabTo(story, within.getByLabel(label, { exact: true }));
  await story.keyboard.press('Control+A');
  await story.keyboard.type(text);
}
