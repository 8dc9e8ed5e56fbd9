// Secrets under a passphrase on a desktop without a key store, over starts, each step proved by what the server gets.
import { expect, type Locator, type Page } from '@playwright/test';
import { startKeyRing } from '../../scripts/steps/key-ring.mjs';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { pageDocument, pageHeap } from '../support/page-memory.ts';
import { createEndpoint, inMenu } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { missedBelow } from '../support/planted-files.ts';
import { recordIpc, type IpcRecord } from '../support/record-ipc.ts';
import { bytesFound, formsFound } from '../support/search-bytes.ts';

const token = 'tok-canary-5b81d0';
const words = 'maple orbit seven lanterns';
const otherWords = 'grebe under quiet granite';
const window = { width: 1280, height: 800 };
const plainDesktop = ['--password-store=basic'];

test('a passphrase keeps secrets over starts, is asked for when it is needed, changed and forgotten, and takes those of the session', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const server = await startStoryServer();
  const desktop = await startKeyRing({ keyRing: false });
  try {
    const start = { window, env: desktop.env, args: plainDesktop };
    const first = await launch(start);
    const ipc = await recordIpc(first.app);
    const { page } = first;
    await chosen(page);
    await createEndpoint(page, { name: 'Users API', baseUrl: server.url, token });
    await expect(tokenSet(page)).toContainText('set just now');
    await page.getByRole('button', { name: 'Send a test request' }).click();
    await send(page, '200 OK');
    await nowhere(first, ipc, [token, words]);
    await first.close();

    const again = { ...start, userData: first.userData, workspace: first.workspace };
    const second = await launch(again);
    const ipcAgain = await recordIpc(second.app);
    await expect(status(second.page)).toContainText('Secrets locked');
    await expect(tokenSet(second.page)).toContainText('set');
    await second.page.getByRole('button', { name: 'Send a test request' }).click();
    await goesOnWithout(second.page);
    await unlockedFromTheFailure(second.page);
    await send(second.page, '200 OK');
    await changedInTheMenu(second.page);
    await nowhere(second, ipcAgain, [token, words, otherWords]);
    await second.close();

    const third = await launch(again);
    await status(third.page).getByRole('button', { name: 'Secrets locked' }).click();
    await typedInto(unlocking(third.page), 'Passphrase', words);
    await expect(unlocking(third.page)).toContainText('This is not the passphrase.');
    await typedInto(unlocking(third.page), 'Passphrase', otherWords);
    await expect(status(third.page)).toContainText('Secrets unlocked');
    await third.page.getByRole('button', { name: 'Send a test request' }).click();
    await send(third.page, '200 OK');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: 3 }, () => `Bearer ${token}`),
    );
    const folders = [third.userData, third.workspace, desktop.home];
    for (const secret of [token, words, otherWords]) {
      for (const folder of folders) expect(await missedBelow(folder, secret)).toEqual([]);
      expect(await bytesFound(folders, secret)).toEqual([]);
    }
    await forgotten(third.page);
    await ofTheSession(third.page);
    await third.close();

    const fourth = await launch(again);
    await replacedWhileLocked(fourth.page);
    await fourth.page.getByRole('button', { name: 'Send a test request' }).click();
    await send(fourth.page, '200 OK');
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}-2`);
    expect(server.requests).toHaveLength(4);
  } finally {
    await desktop.end();
    await server.close();
  }
});

for (const size of pictureSizes('light'))
  test(`what is asked about a passphrase looks well at ${String(size.width)}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const desktop = await startKeyRing({ keyRing: false });
    try {
      const launched = await launch({ ...startedAt(size), env: desktop.env, args: plainDesktop });
      const { page } = launched;
      const look = await photographer(launched, {
        folder: `passphrase-${String(size.width)}`,
        axeIn: size.axeIn,
      });
      await status(page).getByRole('button', { name: 'No key store' }).click();
      await expect(page.getByRole('button', { name: 'Choose a passphrase…' })).toBeFocused();
      await look('keeping');
      await page.keyboard.press('Enter');
      await look('choose-empty');
      await choosing(page).getByLabel('Passphrase', { exact: true }).fill('password1234');
      await look('choose-weak');
      await choosing(page).getByLabel('Passphrase', { exact: true }).fill('');
      await typedTwice(choosing(page), words, `${words}?`);
      await expect(choosing(page)).toContainText('The two are not the same.');
      await look('choose-not-the-same');
      await typedTwice(choosing(page), words, words);
      await expect(status(page)).toContainText('Secrets unlocked');
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('group', { name: 'Where secrets are kept' })).toBeVisible();
      await look('settings-unlocked');
      await status(page).getByRole('button', { name: 'Secrets unlocked' }).click();
      await inMenu(page);
      await look('menu');
      await page.getByRole('menuitem', { name: 'Change the passphrase…' }).click();
      await look('change');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Lock now' }).click();
      await expect(status(page)).toContainText('Secrets locked');
      await page.getByRole('button', { name: 'Unlock…' }).click();
      await typedInto(unlocking(page), 'Passphrase', 'not these words');
      await expect(unlocking(page)).toContainText('This is not the passphrase.');
      await look('unlock-wrong');
      await unlocking(page).getByRole('button', { name: 'I have forgotten it…' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await look('forget');
    } finally {
      await desktop.end();
    }
  });

function status(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Status' });
}

function choosing(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Choose a passphrase for secrets' });
}

function unlocking(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Unlock secrets' });
}

/** Chooses the passphrase with the keyboard alone, after a repetition that was not the same. */
async function chosen(page: Page): Promise<void> {
  await status(page).getByRole('button', { name: 'No key store' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Choose a passphrase…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(choosing(page).getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.insertText('short');
  await page.keyboard.press('Enter');
  await expect(choosing(page)).toContainText('Too short');
  await typedTwice(choosing(page), words, otherWords);
  await expect(choosing(page)).toContainText('The two are not the same.');
  await typedTwice(choosing(page), words, words);
  await expect(status(page)).toContainText('Secrets unlocked');
  await expect(choosing(page)).toHaveCount(0);
}

async function typedTwice(dialog: Locator, once: string, again: string): Promise<void> {
  const page = dialog.page();
  const field = dialog.getByLabel(/^(New p|P)assphrase$/).and(page.locator('input'));
  await expect(field).toHaveValue('');
  await field.focus();
  await page.keyboard.insertText(once);
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('The same again')).toBeFocused();
  await page.keyboard.insertText(again);
  await page.keyboard.press('Enter');
}

async function typedInto(dialog: Locator, label: string, text: string): Promise<void> {
  const field = dialog.getByLabel(label, { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await dialog.page().keyboard.insertText(text);
  await dialog.page().keyboard.press('Enter');
}

/** Is asked before the first call that needs a secret, and goes on without. */
async function goesOnWithout(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill('/echo');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(unlocking(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form.getByRole('status')).toContainText('exception');
}

async function unlockedFromTheFailure(page: Page): Promise<void> {
  await expect(page.getByText('The secrets are locked.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Unlock secrets…' }).first().click();
  await typedInto(unlocking(page), 'Passphrase', 'not these words');
  await expect(unlocking(page)).toContainText('This is not the passphrase.');
  await typedInto(unlocking(page), 'Passphrase', words);
  await expect(status(page)).toContainText('Secrets unlocked');
}

async function changedInTheMenu(page: Page): Promise<void> {
  await status(page).getByRole('button', { name: 'Secrets unlocked' }).click();
  await inMenu(page);
  await page.getByRole('menuitem', { name: 'Change the passphrase…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase' });
  await expect(dialog.getByLabel('Present passphrase')).toBeFocused();
  await page.keyboard.insertText(words);
  await typedTwice(dialog, otherWords, otherWords);
  await expect(page.getByText('The passphrase was changed')).toBeVisible();
}

/** Keeps a secret for the session, which goes under the passphrase that is chosen then. */
async function ofTheSession(page: Page): Promise<void> {
  await status(page).getByRole('button', { name: 'No key store' }).click();
  await page.getByRole('button', { name: 'Keep for this session' }).click();
  await page.getByRole('tab', { name: 'Users API' }).click();
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.keyboard.press('Enter');
  await expect(tokenSet(page)).toContainText('set just now');
  await status(page).getByRole('button', { name: 'Secrets: this session only' }).click();
  await typedTwice(choosing(page), words, words);
  await expect(status(page)).toContainText('Secrets unlocked');
}

/** What is entered while they are locked asks for the passphrase, and is kept once it was given. */
async function replacedWhileLocked(page: Page): Promise<void> {
  await tokenSet(page).getByRole('button', { name: 'Replace' }).click();
  await page.keyboard.insertText(`${token}-2`);
  await page.keyboard.press('Enter');
  await typedInto(unlocking(page), 'Passphrase', words);
  await expect(tokenSet(page)).toContainText('set just now');
}

/** Forgets it: the question says how much goes with it, and keeping comes first. */
async function forgotten(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  const question = page.getByRole('alertdialog', { name: 'Forget the passphrase and 1 secret?' });
  await page.getByRole('button', { name: 'Forget the passphrase…' }).click();
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Secrets unlocked');
  await page.getByRole('button', { name: 'Forget the passphrase…' }).click();
  await question.getByRole('button', { name: 'Forget' }).click();
  await expect(status(page)).toContainText('No key store');
}

/** None of the texts is in what crossed, in what the page shows, or in what it holds. */
async function nowhere({ app, page }: LaunchedApp, ipc: IpcRecord, texts: readonly string[]): Promise<void> {
  const places: [string, Buffer][] = [
    ['document', await pageDocument(page)],
    ['heap', await pageHeap({ app, page })],
    ...(await ipc.crossed()),
  ];
  // What finds nothing has to find what is there.
  for (const [, bytes] of places.slice(0, 2)) expect(formsFound(bytes, 'Users API')).not.toEqual([]);
  for (const text of texts)
    for (const [place, bytes] of places) expect(formsFound(bytes, text), `${text} in ${place}`).toEqual([]);
}

/** The token of the endpoint in view, where one is set. */
function tokenSet(page: Page): Locator {
  return page.getByRole('group', { name: 'Token', exact: true });
}

/** Sends a test request and waits for its own result. */
async function send(page: Page, result: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill('/echo');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toContainText(result);
}
