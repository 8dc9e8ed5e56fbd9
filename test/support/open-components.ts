// Opens the page that shows every base component, as a person who knows of it would.
import type { Page } from '@playwright/test';

/** Opens the components sheet through the command palette and waits until its type is there. */
export async function openComponents(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Components');
  await page.keyboard.press('Enter');
  await page.locator('[data-components-sheet]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}
