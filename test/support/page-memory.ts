// What a page holds: every text in the heap of its scripts, and its document with what stands in the fields.
import type { Page } from '@playwright/test';

/**
 * The texts of the heap after the rubbish was collected. The engine tells about the first thousand characters of each, and
 * garbles those beyond the Basic Multilingual Plane.
 */
export async function pageHeap(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  // What the inspector itself still shows somebody would count as held.
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'console' });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { readonly strings: readonly string[] };
  return Buffer.from(strings.join('\n'));
}

/** The whole document, with what stands in its fields, as the engine sees it. */
export async function pageDocument(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  await session.detach();
  return Buffer.from(strings.join('\n'));
}
