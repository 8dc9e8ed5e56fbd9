// What the page of a window holds in the heap of its scripts, written down by the window itself: the inspector hands the
// same out piece by piece, and takes more than twice as long.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freshFolder, removeFolders, type LaunchedApp } from './launch-app.ts';

/**
 * The texts of the heap after the rubbish was collected. The engine tells about the first thousand characters of each, and
 * garbles those beyond the Basic Multilingual Plane.
 */
export async function windowHeap({ app, page }: Pick<LaunchedApp, 'app' | 'page'>): Promise<Buffer> {
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
