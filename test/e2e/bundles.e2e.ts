// Bundles in the window: what goes in is shown before, secrets stay, and what comes is looked at before it is taken.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { bundleStory, storyBundle } from '../support/bundle-story.ts';
import { writeEmptyWorkspace, writeStoryWorkspace } from '../support/bundle-workspaces.ts';
import { freshFolder, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { pageDocument, pageHeap } from '../support/page-memory.ts';
import { inMenu, saved } from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';
import { recordIpc, type IpcRecord } from '../support/record-ipc.ts';
import { bytesFound, formsFound } from '../support/search-bytes.ts';

test.use({ sharesWindow: true });

const canary = 'canary-"quo\'ted\\-bundle-4f7b';
const passphrase = 'canary-passphrase-Ω-77aa-long';
const secrets = [canary, passphrase];
const start = startedAt({ width: 1280, height: 800 });

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const exporting = (page: Page) => dialog(page, 'Export a bundle');
const importing = (page: Page) => dialog(page, /^Import /);
const row = (page: Page, name: string) =>
  page.getByRole('tree', { name: 'Flows', exact: true }).getByRole('treeitem', { name, exact: true });
const toast = (page: Page, title: string) => page.getByText(title, { exact: true });

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(`>${title}`);
  await page.keyboard.press('Enter');
}

async function storyFolder(): Promise<string> {
  const folder = await freshFolder('bundles');
  await writeStoryWorkspace(folder);
  return folder;
}

async function emptyFolder(): Promise<string> {
  const folder = await freshFolder('bundles');
  await writeEmptyWorkspace(folder);
  return folder;
}

/** Enters the token of the story's endpoint. */
async function tokenEntered(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page
    .getByRole('tree', { name: 'API Endpoints' })
    .getByRole('treeitem', { name: 'Shop API', exact: true })
    .click();
  const token = page.getByLabel('Token', { exact: true });
  await token.fill(canary);
  await token.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
  await saved(page);
}

/** Drops a file onto the window, as a file browser does. */
async function dropped(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content ?? ''], file ?? ''));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

async function answered(question: Locator, answer: string): Promise<void> {
  await question.getByRole('radio', { name: answer }).click();
}

/** Neither a message, nor the page, nor a file of the user data, nor what was printed has one of the secrets. */
async function nowhere(launched: LaunchedApp, ipc: IpcRecord): Promise<void> {
  const { page, userData } = launched;
  const heap = await pageHeap(launched);
  const looked: (readonly [place: string, bytes: Buffer])[] = [
    ...(await ipc.crossed()),
    ['the document', await pageDocument(page)],
    ['the heap', heap],
    ['what was printed', launched.output()],
  ];
  // What finds nothing has to find what is there.
  expect(formsFound(heap, 'Shop API')).not.toEqual([]);
  for (const secret of secrets) {
    for (const [place, bytes] of looked) expect(formsFound(bytes, secret), place).toEqual([]);
    expect(await bytesFound([userData], secret)).toEqual([]);
  }
}

test('a flow is exported by keyboard: what goes in is shown as it is chosen', async ({ launch }) => {
  const workspace = await storyFolder();
  const launched = await launch({ workspace, ...start });
  const { page } = launched;
  const look = await photographer(launched, { folder: 'bundles-export-1280' });
  const file = path.join(workspace, '..', `${path.basename(workspace)}.flowbundle.json`);
  await answerDialogs(launched, { saveFile: file });
  await page.keyboard.press('Alt+1');
  await row(page, 'Alone').click();
  await row(page, 'Alone').press('Shift+F10');
  await inMenu(page);
  await page.keyboard.type('Export');
  await page.keyboard.press('Enter');
  const contents = exporting(page).getByRole('region', { name: 'What goes in' });
  await expect(contents.getByRole('list', { name: 'Flows' }).getByRole('listitem')).toHaveText(['Alone']);
  await expect(contents.getByRole('list', { name: 'API endpoints' })).toHaveText('Elsewhere');
  await expect(contents.getByRole('list', { name: 'Secrets' })).toContainText('shop_key');

  const flows = exporting(page).getByRole('tree', { name: 'Flows to export' });
  await flows.getByRole('treeitem', { name: 'Send a photo' }).press('Space');
  await expect(contents.getByRole('list', { name: 'Flows' }).getByRole('listitem')).toHaveCount(3);
  await expect(contents).toContainText('needed by others');
  await expect(contents.getByRole('list', { name: 'Files' })).toHaveText(/files\/photo\.png\s*7 B/);
  await look('chosen');
  const folder = flows.getByRole('treeitem', { name: 'Parts' });
  await folder.press(' ');
  await expect(folder).toHaveAttribute('aria-checked', 'true');
  await exporting(page).getByRole('button', { name: 'None of the flows' }).press('Enter');
  await expect(contents).toContainText('Choose at least one flow to export.');
  await expect(exporting(page).getByRole('button', { name: 'Export…' })).toBeDisabled();
  await look('nothing');
  await flows.getByRole('treeitem', { name: 'Alone' }).press('Enter');
  await expect(exporting(page).getByRole('button', { name: 'Export…' })).toBeEnabled();
  await exporting(page).getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(toast(page, 'The bundle is exported')).toBeVisible();
  await expect(exporting(page)).toHaveCount(0);
  const bundle = JSON.parse(readFileSync(file, 'utf8')) as { flows: string[] };
  expect(bundle.flows).toEqual([bundleStory.alone.id]);
  await removeFolders(file);
});

test('a bundle in which the value of a secret stands is refused, by the name of the secret and with the way there', async ({
  launch,
}) => {
  const workspace = await storyFolder();
  // Somebody pasted the token into an environment, where everybody can read it.
  const production = path.join(workspace, 'environments/production.json');
  const before = readFileSync(production, 'utf8');
  writeFileSync(production, before.replace('"shop.example"', JSON.stringify(`x ${canary}`)));
  const launched = await launch({ workspace, ...start });
  const { page } = launched;
  await tokenEntered(page);
  await command(page, 'Export as a bundle…');
  const refusal = exporting(page).getByRole('alert');
  await expect(refusal).toContainText('SHOP_API_TOKEN in environments/production.json');
  await expect(exporting(page).getByRole('button', { name: 'Export…' })).toBeDisabled();
  const look = await photographer(launched, { folder: 'bundles-refused-1280' });
  await look('refused');
  await refusal.getByRole('button', { name: 'environments/production.json' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the environment' })).toHaveValue('Production');
  await command(page, 'Export as a bundle…');
  const environments = exporting(page).getByRole('tree', { name: 'Environments to export' });
  await environments.getByRole('treeitem', { name: 'Production' }).press(' ');
  await expect(exporting(page).getByRole('button', { name: 'Export…' })).toBeEnabled();
  await expect(refusal).toHaveCount(0);
});

test('secrets that travel along open in another workspace by their passphrase, and are nowhere else', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const workspace = await storyFolder();
  const first = await launch({ workspace, ...start, alone: true });
  const { page } = first;
  const ipc = await recordIpc(first.app);
  await tokenEntered(page);
  const file = path.join(workspace, '..', `${path.basename(workspace)}.flowbundle.json`);
  await answerDialogs(first, { saveFile: file });
  const look = await photographer(first, { folder: 'bundles-sealing-1280' });
  await command(page, 'Export as a bundle…');
  await exporting(page)
    .getByRole('checkbox', { name: /encrypted by a passphrase/ })
    .click();
  const field = exporting(page).getByLabel('Passphrase', { exact: true });
  const again = exporting(page).getByLabel('Passphrase again');
  await field.fill('too short');
  await exporting(page).getByRole('button', { name: 'Export…' }).click();
  await expect(field).toBeFocused();
  await expect(exporting(page)).toContainText('Give it at least 12 characters.');
  await field.fill(passphrase);
  await again.fill(`${passphrase}!`);
  await exporting(page).getByRole('button', { name: 'Export…' }).click();
  await expect(exporting(page)).toContainText('The two are not the same.');
  await look('sealing');
  await again.fill(passphrase);
  await exporting(page).getByRole('button', { name: 'Export…' }).click();
  await expect(toast(page, 'The bundle is exported')).toBeVisible({ timeout: 30_000 });
  for (const secret of secrets) expect(formsFound(readFileSync(file), secret)).toEqual([]);
  await nowhere(first, ipc);
  await first.close();

  const second = await launch({ workspace: await emptyFolder(), ...start });
  const there = second.page;
  const ipcThere = await recordIpc(second.app);
  await answerDialogs(second, { folder: file });
  const lookThere = await photographer(second, { folder: 'bundles-empty-1280' });
  await lookThere('welcome');
  await there.getByRole('button', { name: 'Import…' }).click();
  await expect(importing(there)).toContainText('It is whole');
  const opener = importing(there).getByLabel('Passphrase of the secrets that travel along');
  await opener.fill('another passphrase');
  await importing(there).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(importing(there)).toContainText('do not open', { timeout: 30_000 });
  expect(existsSync(path.join(second.workspace, 'flows'))).toBe(false);
  await lookThere('sealed');
  await opener.fill(passphrase);
  await importing(there).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(toast(there, 'Acme Shop is imported')).toBeVisible({ timeout: 30_000 });
  await expect(row(there, 'Send a photo')).toBeVisible();
  await there.keyboard.press('Alt+2');
  await there
    .getByRole('tree', { name: 'API Endpoints' })
    .getByRole('treeitem', { name: 'Shop API', exact: true })
    .click();
  await expect(there.getByText('set just now')).toBeVisible();
  await nowhere(second, ipcThere);
  await removeFolders(file);
});

test('what is here in another version is a question, and an import is taken back in one step', async ({
  launch,
}) => {
  const workspace = await storyFolder();
  const launched = await launch({ workspace, ...start });
  const { page } = launched;
  const look = await photographer(launched, { folder: 'bundles-import-1280' });
  await page.keyboard.press('Alt+1');
  await row(page, 'Send a photo').click();
  await row(page, 'Send a photo').press('F2');
  await page.getByRole('textbox', { name: /^New name of / }).fill('My photo');
  await page.keyboard.press('Enter');
  await row(page, 'Alone').press('Delete');
  await saved(page);

  const plain = {
    ...bundleStory.shop,
    baseUrl: 'http://{{default shop "shop.example"}}/v2',
    tls: { ...bundleStory.shop.tls, verify: false },
  };
  const text = await storyBundle();
  const weak = await weakBundle(plain);
  await dropped(page, 'weak.flowbundle.json', weak);
  await expect(importing(page)).toContainText(
    'Shop API: Calls go to http://{{default shop "shop.example"}}/v2 without encryption.',
  );
  await expect(importing(page)).toContainText(
    'Shop API: Where calls go is only known when they are made: http://{{default shop "shop.example"}}/v2.',
  );
  await expect(importing(page)).toContainText('Shop API: Certificates of servers are not verified.');
  await look('weakened');
  await page.keyboard.press('Escape');
  await expect(importing(page)).toHaveCount(0);

  await dropped(page, 'acme.flowbundle.json', text);
  await expect(importing(page)).toContainText('acme.flowbundle.json, made by Flowbench 1.0.0');
  const button = importing(page).getByRole('button', { name: 'Import', exact: true });
  await expect(button).toBeDisabled();
  const question = importing(page).getByRole('radiogroup', { name: 'What becomes of Send a photo' });
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
  await look('conflict');
  await answered(question, 'Keep both');
  await button.click();
  await expect(toast(page, 'Acme Shop is imported')).toBeVisible();
  await expect(row(page, 'Send a photo')).toBeVisible();
  await expect(row(page, 'My photo')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(row(page, 'Send a photo')).toHaveCount(0);
  await expect(row(page, 'My photo')).toBeVisible();

  await dropped(page, 'acme.flowbundle.json', text);
  await answered(
    importing(page).getByRole('radiogroup', { name: 'What becomes of Send a photo' }),
    'Replace',
  );
  await button.click();
  await expect(row(page, 'Send a photo')).toBeVisible();
  await expect(row(page, 'My photo')).toHaveCount(0);
  await page
    .getByRole('dialog', { name: 'Acme Shop is imported' })
    .filter({ hasText: '1 document was replaced.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(row(page, 'My photo')).toBeVisible();
  await saved(page);
  expect(readFileSync(path.join(workspace, 'flows/my-photo.json'), 'utf8')).toContain('My photo');
});

test('what is damaged, changed or no bundle is refused in words, and changes nothing', async ({ launch }) => {
  const { page } = await launch({ workspace: await emptyFolder(), ...start });
  const text = await storyBundle();
  for (const [content, words] of [
    [text.slice(0, 300), /^a\.flowbundle\.json is damaged: line/],
    [text.replace('https://shop.example/v2', 'https://shop.example/v3'), /was changed after it was made/],
    [text.replace('"version": 1', '"version": 9'), /was made by a newer Flowbench/],
    ['{"flows":[]}', /is no bundle of Flowbench/],
  ] as const) {
    await dropped(page, 'a.flowbundle.json', content);
    await expect(toast(page, 'Nothing was imported').last()).toBeVisible();
    // It is spoken too.
    const shown = page.getByRole('region', { name: 'Notifications' }).getByText(words);
    await expect(shown).toBeVisible();
    await page
      .getByRole('button', { name: /^Close/ })
      .last()
      .click();
    await expect(shown).toHaveCount(0);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Make your first flow' })).toBeVisible();
});

/** A bundle whose endpoint calls without encryption. */
function weakBundle(endpoint: typeof bundleStory.shop): Promise<string> {
  const stored = { content: endpoint, raw: structuredClone(endpoint) as never };
  return storyBundle({ flows: [], documents: [{ file: 'endpoints/weak.json', stored }], files: [] });
}
