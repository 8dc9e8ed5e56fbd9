// Settings and keys as a person changes them, and what follows from that in the same moment.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { conversation, inspect } from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';
import { bytesFound } from '../support/search-bytes.ts';

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };

const menuKeys = ({ app }: LaunchedApp, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator, id);

async function storedSettings({ userData }: LaunchedApp): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as Record<string, unknown>;
}

/** Adds keys to a command on the page of shortcuts, by pressing them. */
async function keysAdded(page: Page, command: string, chord: string): Promise<void> {
  await page.getByRole('button', { name: `Add keys for ${command}`, exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Keys', exact: true })).toBeFocused();
  await page.keyboard.press(chord);
}

test('settings are found, explained, changed, used by endpoints and reset; and so is every shortcut, which one goes back and forward with', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const launched = await launch(example);
  await settingsChanged(launched);
  await shortcutsChanged(launched);
});

/** Settings are found, explained, changed, used by endpoints and reset. */
async function settingsChanged(launched: LaunchedApp): Promise<void> {
  const { page } = launched;
  const look = await photographer(launched, { folder: 'settings' });
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await look('all');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/theme-dark/);
  await page.getByRole('button', { name: 'Reset Theme' }).click();

  const search = page.getByRole('searchbox', { name: 'Search settings' });
  await search.fill('first byte');
  await expect(page.getByRole('region', { name: 'Editor' }).getByRole('heading', { level: 2 })).toHaveText([
    'Timeouts',
  ]);
  const read = page.getByRole('textbox', { name: 'Read', exact: true });
  await expect(read).toHaveAccessibleDescription(/^How long a call waits for the first byte/);
  // A number that does not fit is brought in line at once, and the arrows go on from there.
  await read.fill('9999999');
  await read.press('Enter');
  await expect(read).toHaveValue('86400');
  await expect(read).toBeFocused();
  await read.press('ArrowDown');
  await expect(read).toHaveValue('86399');
  await read.fill('7');
  await read.press('Enter');
  await expect
    .poll(() => storedSettings(launched))
    .toMatchObject({
      defaults: { timeouts: { responseMs: 7000, idleMs: 7000, connectMs: 10_000 } },
    });
  await search.fill('proxy');
  await page.getByRole('radio', { name: 'Manual' }).click();
  const address = page.getByRole('textbox', { name: 'Proxy address' });
  await address.fill('example');
  await expect(page.getByText('Begin with http://')).toBeVisible();
  await address.fill('http://127.0.0.1:3128');
  await address.press('Enter');
  await expect(page.getByRole('button', { name: '+ Host' })).toBeVisible();
  await page.getByRole('switch', { name: 'It asks for a user name and password' }).click();
  await page.getByRole('textbox', { name: 'Proxy user name' }).fill('flow');
  await page.getByLabel('Proxy password').fill('a password of some length');
  await page.keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
  await expect
    .poll(() => storedSettings(launched))
    .toMatchObject({ proxy: { mode: 'manual', userName: 'flow' } });
  await look('proxy');
  await address.fill('http://127.0.0.1:3129');
  await address.press('Enter');
  await expect(page.getByText('The address has changed since this was entered')).toBeVisible();
  await page.getByRole('button', { name: 'Use it here too' }).click();
  await expect(page.getByText('The address has changed since this was entered')).toHaveCount(0);
  expect(await bytesFound([launched.userData], 'a password of some length')).toEqual([]);
  await page.getByRole('button', { name: 'Reset Proxy of this computer' }).click();
  await expect(page.getByRole('radio', { name: 'As the system says' })).toBeChecked();
  // A reset is taken back as any edit, and done again; the password was never a part of it.
  await page.keyboard.press('Control+Z');
  await expect(address).toHaveValue('http://127.0.0.1:3129');
  await expect(page.getByRole('textbox', { name: 'Proxy user name' })).toHaveValue('flow');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('radio', { name: 'As the system says' })).toBeChecked();
  await search.fill('status codes');
  await page.getByRole('button', { name: 'Remove failure' }).click();
  await page.getByRole('button', { name: '+ Code' }).click();
  await page.getByRole('textbox', { name: 'Status code to retry on' }).fill('409');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => storedSettings(launched))
    .toMatchObject({
      defaults: { retry: { onFailure: false, codes: [408, 409, 425, 429, 500, 502, 503, 504] } },
    });
  await look('retry-on');
  await page.getByRole('button', { name: 'Reset Retry on' }).click();
  await expect(page.getByRole('button', { name: 'Remove failure' })).toBeVisible();
  await search.fill('nothing is called so');
  await expect(page.getByText('No setting is called that.')).toBeVisible();

  // A new endpoint leaves its timeouts to the settings until one is typed, and can leave them again.
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Slow API');
  await page.getByRole('textbox', { name: 'Base URL' }).fill('http://127.0.0.1:9');
  await page.keyboard.press('Enter');
  const timeouts = page.getByRole('region', { name: 'Timeouts' });
  const ofEndpoint = timeouts.getByRole('textbox', { name: 'Read', exact: true });
  await expect(timeouts).toContainText('From Settings');
  await expect(ofEndpoint).toHaveValue('7');
  await ofEndpoint.fill('3');
  await ofEndpoint.press('Enter');
  await expect(timeouts).not.toContainText('From Settings');
  await look('endpoint');
  await timeouts.getByRole('button', { name: 'Use the timeouts of Settings' }).click();
  await expect(ofEndpoint).toHaveValue('7');

  await page.keyboard.press('Control+,');
  await search.fill('read');
  await page.getByRole('button', { name: 'Reset Read' }).click();
  await expect(read).toHaveValue('30');
}

/** Every shortcut is found, changed, shown, taken and reset, and one goes back and forward. */
async function shortcutsChanged(launched: LaunchedApp): Promise<void> {
  const { page } = launched;
  const look = await photographer(launched, { folder: 'keys' });
  const row = (id: string) => page.locator(`[data-command="${id}"]`);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Keyboard shortcuts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts', level: 1 })).toBeVisible();
  await look('all');

  await keysAdded(page, 'Run', 'Enter');
  await page.keyboard.press('Shift+A');
  await expect(page.getByText('These keys type a capital letter')).toBeVisible();
  await page.keyboard.press('Control+K');
  await expect(page.getByText('These are keys of “Search and commands”, which loses them.')).toBeVisible();
  await look('taken');
  await page.keyboard.press('Control+C');
  await expect(page.getByText('These keys are always those of “Copy”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row('palette.open')).toContainText('CtrlK');

  await keysAdded(page, 'Run', 'Alt+R');
  await page.keyboard.press('Enter');
  await expect(row('run.start')).toContainText('AltRCtrlEnter');
  await expect.poll(() => menuKeys(launched, 'run.start')).toBe('Alt+R');
  await expect
    .poll(() => storedSettings(launched))
    .toMatchObject({ keys: { 'run.start': ['Alt+R', 'Mod+Enter'] } });

  await page.getByRole('button', { name: 'Search by pressing keys' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-command]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Take Ctrl+Enter from Run', exact: true }).click();
  await expect(page.getByText('No command has these keys.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search by keys' }).press('Escape');

  // The new keys run the flow, the old ones do not, and tips show which are which.
  await page.keyboard.press('Alt+1');
  await page.getByRole('treeitem', { name: 'Order lookup', exact: true }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).hover();
  await expect(page.getByText('Run the flow from its Start')).toBeVisible();
  await expect(page.locator('[data-popup-layer]').getByText('R', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+R');
  await expect(conversation(page)).toContainText('order');
  await page.keyboard.press('Shift+F5');

  // Back and forward: the nodes that were looked at, the pages before them, by keys and by the buttons of a mouse.
  await inspect(page, 'Get order');
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Retry' }).click();
  await inspect(page, 'Start');
  const nodeName = page.getByRole('textbox', { name: 'Name of the node' });
  await expect(nodeName).toHaveValue('Start');
  await page.keyboard.press('Control+Alt+ArrowLeft');
  await expect(nodeName).toHaveValue('Get order');
  await expect(page.getByRole('tab', { name: 'Retry', selected: true })).toBeVisible();
  await nodeName.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts', level: 1 })).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 4 })));
  await expect(nodeName).toHaveValue('Get order');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(nodeName).toHaveValue('Start');

  // What closes a list by Escape starts a run right after.
  await inspect(page, 'Get order');
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Request' }).click();
  await page.getByRole('combobox', { name: 'API endpoint', exact: true }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+R');
  await expect(conversation(page)).toContainText('order');
  await page.keyboard.press('Shift+F5');

  await page.keyboard.press('Control+Alt+ArrowLeft');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Keyboard shortcuts');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('menuitem', { name: 'Reset all keys' }).click();
  await expect(row('run.start')).toContainText('CtrlEnter');
  await expect(row('run.start')).not.toContainText('Alt');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row('run.start')).toContainText('AltR');
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('menuitem', { name: 'Use keys from a text…' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('nothing');
  await page.getByRole('button', { name: 'Use these keys' }).click();
  await expect(page.getByText('This is no list of keys')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill('{"format":"flowbench.keys","version":1,"keys":{"run.start":["F4"]}}');
  await page.getByRole('button', { name: 'Use these keys' }).click();
  await expect(row('run.start')).toContainText('F4');

  // The log for a report is shown before it is saved.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Save a log');
  await page.keyboard.press('Enter');
  const log = page.getByRole('textbox', { name: 'The log' });
  await expect(log).toHaveValue(/^Flowbench \d/);
  expect(await log.inputValue()).not.toContain(launched.userData);
  await look('report');
  await page.keyboard.press('Escape');
  // What was told of the keys may still be there; the log is not.
  await expect(log).toHaveCount(0);
}
