// What opens over the window stands in a landmark of the page, so that a screen reader finds its way to it and back.
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { card } from '../support/person.ts';

test.use({ sharesWindow: true });

test('menus, a context menu and a list are sound for screen readers while they are open, and do what they offer', async ({
  launch,
}) => {
  const { page } = await launch({
    workspace: null,
    args: ['--open-example'],
    window: { width: 1280, height: 800 },
  });
  const popups = page.getByRole('region', { name: 'Pop-ups' });

  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Environment:/ })
    .click();
  await expect(popups.getByRole('menu')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem').first().click({ button: 'right' });
  await expect(popups.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'New document' }).click();
  await expect(popups.getByRole('menuitem', { name: /^New / })).toHaveCount(4);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await card(page, 'Get order').click({ position: { x: 60, y: 16 } });
  await page.getByRole('combobox', { name: 'API endpoint', exact: true }).click();
  await expect(popups.getByRole('listbox')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(popups.getByRole('listbox')).toBeHidden();

  await page.getByRole('button', { name: 'New document' }).focus();
  await page.keyboard.press('Enter');
  await expect(popups.getByRole('menuitem', { name: 'New flow' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the environment' })).toBeVisible();
});

test('a menu has the keys before the next picture is drawn', async ({ launch }) => {
  const { page } = await launch({
    workspace: null,
    args: ['--open-example'],
    window: { width: 1280, height: 800 },
  });
  const focusedRole = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
  const flow = page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem').first();
  await flow.focus();
  // What waits for a frame does not come, as for somebody who types on within one.
  await page.evaluate(() => {
    const request = globalThis.requestAnimationFrame;
    Object.assign(globalThis, {
      requestAnimationFrame: () => 0,
      framesAgain: () => (globalThis.requestAnimationFrame = request),
    });
  });
  await page.keyboard.press('Shift+F10');
  await expect.poll(focusedRole).toMatch(/^menu/);
  await page.keyboard.press('d');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^D/);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (globalThis as unknown as { framesAgain: () => void }).framesAgain());

  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Environment:/ })
    .press('Enter');
  await expect.poll(focusedRole).toMatch(/^menu/);
});
