// A part of the window that breaks keeps to itself, says so, and takes nothing with it that was typed.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { answer, conversation, inspect } from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

test('a part that throws is named, the edit is in its file, and the part can be shown again', async ({
  launch,
}) => {
  const started = await launch({
    workspace: null,
    args: ['--open-example'],
    ...startedAt({ width: 1280, height: 800 }),
  });
  const { page, userData } = started;
  const look = await photographer(started, { folder: 'broken-1280' });
  await page.keyboard.press('Control+Enter');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  await inspect(page, 'Order found');

  // The axis of the timeline is marked with it: the next time it is drawn it throws where a defect of its own would.
  await page.evaluate(() => {
    const working = Math.log10;
    Object.assign(globalThis, { mend: () => (Math.log10 = working) });
    Math.log10 = () => {
      throw new Error('No logarithms today');
    };
  });
  await page.getByLabel('Text').fill('Thank you for waiting.');

  const alert = page.getByRole('alert').filter({ hasText: 'The panel could not be shown' });
  await expect(alert).toContainText('No logarithms today');
  await expect(page.getByLabel('Text')).toHaveValue('Thank you for waiting.');
  const file = path.join(userData, 'example', 'flows', 'order-lookup.json');
  await expect.poll(() => readFile(file, 'utf8')).toContain('Thank you for waiting.');
  await look('error-boundary');

  await alert.getByRole('button', { name: 'Show again' }).click();
  await expect(alert).toContainText('No logarithms today');
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
  await alert.getByRole('button', { name: 'Show again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('treegrid', { name: 'Timeline' })).toContainText('Get order');
});
