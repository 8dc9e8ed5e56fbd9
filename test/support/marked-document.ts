// Tells one document of a page from the next, which looks the same.
import type { Page } from '@playwright/test';
import { untilUsable } from './launch-app.ts';

/** Marks the document that is there. */
export async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => void Object.assign(globalThis, { markedDocument: true }));
}

/** Waits until the marked document is gone and the one in its place can be used. */
export async function newDocument(page: Page): Promise<void> {
  await page.waitForFunction(() => !('markedDocument' in globalThis));
  await untilUsable(page);
}
