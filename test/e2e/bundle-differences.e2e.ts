// Before one decides about a document of a bundle one sees what differs; what an import brought goes when it is taken back.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { bundleStory, photo, placed, storyBundle } from '../support/bundle-story.ts';
import { writeEmptyWorkspace, writeStoryWorkspace } from '../support/bundle-workspaces.ts';
import { keysOnly, tabTo } from '../support/keys-only.ts';
import { freshFolder } from '../support/launch-app.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { writeFile } from 'node:fs/promises';

test.use({ sharesWindow: true });

const { lookup, shop } = bundleStory;
const importing = (page: Page): Locator => page.getByRole('dialog', { name: /^Import / });
const difference = (page: Page): Locator => page.getByRole('dialog', { name: /^What differs in / });

/** A bundle of the story with an endpoint that calls elsewhere, and a flow with a name that hides what it is. */
async function otherBundle(file: string): Promise<void> {
  const endpoint = {
    ...shop,
    baseUrl: 'http://evil.example',
    description: 'Sent \u202ereve\u202c \u200bhidden',
  };
  const flow = { ...lookup, name: 'Look up <img src=x onerror=alert(1)>' };
  const documents = [placed(endpoint, 'endpoints/shop-api.json'), placed(flow, 'flows/Parts/look-up.json')];
  await writeFile(file, await storyBundle({ flows: [lookup.id], documents, files: [] }));
}

for (const { axeIn, ...size } of pictureSizes('light'))
  test(`what differs is shown before one decides, by keyboard, at ${String(size.width)}`, async ({
    launch,
  }) => {
    const workspace = await freshFolder('bundles');
    await writeStoryWorkspace(workspace);
    const launched = await launch({ workspace, ...startedAt(size) });
    const file = path.join(workspace, 'other.flowbundle.json');
    await otherBundle(file);
    await answerDialogs(launched, { folder: file });
    const look = await photographer(launched, { folder: `bundle-differences-${String(size.width)}`, axeIn });
    const story = await keysOnly(launched.page);
    const { keyboard, read } = story;
    await keyboard.press('Control+K');
    await keyboard.type('>Import a bundle');
    await keyboard.press('Enter');
    await expect(importing(read)).toContainText('In the workspace in another version');
    await look('questions');

    const lookInto = importing(read).getByRole('button', { name: 'What differs in Shop API' });
    await tabTo(story, lookInto);
    await keyboard.press('Enter');
    await expect(difference(read)).toContainText('2 lines differ.');
    const sides = difference(read).getByRole('region', {
      name: 'Shop API: in the workspace and in the bundle',
    });
    const cells = sides.getByRole('row').filter({ hasText: 'baseUrl' }).getByRole('cell');
    await expect(cells).toHaveText([
      '  "baseUrl": "https://shop.example/v2",',
      '  "baseUrl": "http://evil.example",',
    ]);
    // What would turn the writing round or is not seen is written out.
    await expect(sides).toContainText(String.raw`Sent \u202ereve\u202c \u200bhidden`);
    await look('endpoint');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Space');
    const question = difference(read).getByRole('radiogroup', { name: 'What becomes of Shop API' });
    await expect(question.getByRole('radio', { name: 'Keep both' })).toBeChecked();
    await keyboard.press('ArrowRight');
    await expect(question.getByRole('radio', { name: 'Replace' })).toBeChecked();
    await keyboard.press('Shift+Tab');
    await expect(sides).toBeFocused();
    await keyboard.press('Escape');
    await expect(difference(read)).toHaveCount(0);
    await expect(lookInto).toBeFocused();
    await expect(
      importing(read)
        .getByRole('radiogroup', { name: 'What becomes of Shop API' })
        .getByRole('radio', { name: 'Replace' }),
    ).toBeChecked();

    await tabTo(story, importing(read).getByRole('button', { name: /^What differs in Look up/ }));
    await keyboard.press('Enter');
    await expect(difference(read)).toContainText('One line differs.');
    await expect(difference(read)).toContainText('"name": "Look up <img src=x onerror=alert(1)>"');
    await expect(difference(read).locator('img')).toHaveCount(0);
    await look('flow');
    expect(await story.intrusions()).toEqual([]);
  });

test('the file that only an import brought goes with undo, and comes again with redo', async ({ launch }) => {
  const workspace = await freshFolder('bundles');
  await writeEmptyWorkspace(workspace);
  const launched = await launch({ workspace, ...startedAt({ width: 1280, height: 800 }) });
  const { page } = launched;
  const file = path.join(workspace, 'story.flowbundle.json');
  await writeFile(file, await storyBundle());
  await answerDialogs(launched, { folder: file });
  await page.getByRole('button', { name: 'Import…' }).click();
  await importing(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Acme Shop is imported')).toBeVisible();
  const attachment = path.join(workspace, 'files', 'photo.png');
  expect(readFileSync(attachment)).toEqual(photo);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => existsSync(attachment)).toBe(false);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => existsSync(attachment)).toBe(true);
  expect(readFileSync(attachment)).toEqual(photo);
  await expect(
    page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: 'Send a photo' }),
  ).toBeVisible();
});
