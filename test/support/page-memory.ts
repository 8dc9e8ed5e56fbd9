// What a page holds: every text in the heap of its scripts, and its document with what stands in the fields.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { freshFolder, removeFolders, type LaunchedApp } from './launch-app.ts';

/**
 * The texts of the heap after the rubbish was collected. The engine tells about the first thousand characters of each, and
 * garbles those beyond the Basic Multilingual Plane. The window itself writes them down: the inspector hands the same out
 * piece by piece, and takes more than twice as long.
 */
export async function pageHeap({ app, page }: Pick<LaunchedApp, 'app' | 'page'>): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  // What the inspector itself still shows somebody would count as held.
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'console' });
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const folder = await freshFolder('heap');
  try {
    const file = path.join(folder, 'page.heapsnapshot');
    await app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.webContents.takeHeapSnapshot(to),
      file,
    );
    const { strings } = JSON.parse(await readFile(file, 'utf8')) as { readonly strings: readonly string[] };
    return Buffer.from(strings.join('\n'));
  } finally {
    await removeFolders(folder);
  }
}

/** The whole document, with what stands in its fields, as the engine sees it. */
export async function pageDocument(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  await session.detach();
  return Buffer.from(strings.join('\n'));
}
