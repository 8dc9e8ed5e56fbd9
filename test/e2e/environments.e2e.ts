// Environments as people keep them: values with names, a copy that goes its own way, and a deletion that can be undone.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { saved } from '../support/person.ts';

const window = { width: 1280, height: 800 };

test('an environment is duplicated, changed alone, deleted and brought back', async ({ launch }) => {
  const { page, workspace } = await launch({ window });
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'New environment' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the environment' }).fill('staging');
  const values = page.getByRole('table', { name: 'Values' });
  await values.getByLabel('Name, row 1').fill('host');
  await values.getByLabel('Value, row 1').fill('staging.shop.example');
  await values.getByLabel('Name, row 2').fill('host');
  await expect(page.getByText('host is there twice')).toBeVisible();
  await values.getByLabel('Name, row 2').fill('9 lives');
  await expect(page.getByText('Templates cannot use 9 lives')).toBeVisible();
  await values.getByLabel('Name, row 2').fill('region');
  await values.getByLabel('Value, row 2').fill('eu');
  await saved(page);

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the environment' })).toHaveValue('staging copy');
  await values.getByLabel('Value, row 1').fill('copy.shop.example');
  await saved(page);
  await expect
    .poll(() => readdir(path.join(workspace, 'environments')))
    .toEqual(['staging-copy.json', 'staging.json']);
  await row(page, 'staging').click();
  await expect(values.getByLabel('Value, row 1')).toHaveValue('staging.shop.example');

  await row(page, 'staging copy').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row(page, 'staging copy')).toBeHidden();
  await expect.poll(() => readdir(path.join(workspace, 'environments'))).toEqual(['staging.json']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, 'staging copy').click();
  await expect(values.getByLabel('Value, row 1')).toHaveValue('copy.shop.example');
  await expect(values.getByLabel('Value, row 2')).toHaveValue('eu');
});

function row(page: Page, name: string) {
  return page.getByRole('list', { name: 'Environments' }).getByRole('button', { name, exact: true });
}
