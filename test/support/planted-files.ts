// Proves of a search through folders that it would have found what it did not find.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readableBlob, readableBlobsFound } from './readable-blobs.ts';
import { bytesFound } from './search-bytes.ts';
import { wholeForms } from './secret-forms.ts';

/** Plants a text in a folder in every form, and as blobs that anybody can read; gives what the searches there miss. */
export async function missedBelow(folder: string, text: string): Promise<readonly string[]> {
  const place = path.join(folder, 'planted');
  const blob = readableBlob(text);
  const files = new Map([
    ...wholeForms(text).map(({ encoding, bytes }, at) => [`form ${String(at)} ${encoding}`, bytes] as const),
    ['blob', blob] as const,
    ['blob in base64', Buffer.from(JSON.stringify({ data: blob.toString('base64') }))] as const,
  ]);
  await mkdir(place);
  try {
    for (const [name, bytes] of files) await writeFile(path.join(place, name), bytes);
    const findings = await bytesFound([folder], text);
    const found = new Set([...findings.map(({ file }) => file), ...(await readableBlobsFound([folder]))]);
    return [...files.keys()].filter((name) => !found.has(path.join('planted', name)));
  } finally {
    await rm(place, { recursive: true });
  }
}
