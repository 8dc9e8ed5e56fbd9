// An export in which a secret stands anywhere, in any encoding, is refused by its name and never shows it.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { exportBundle, type KnownHere } from '#electron/bundle/export-bundle.ts';
import { type Leaving, secretsInside } from '#electron/bundle/secrets-inside.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { bundleSlots, bundleStory, placed, placedStory } from '../../support/bundle-story.ts';
import { exportSource, wholeStory, writeStoryWorkspace } from '../../support/bundle-workspaces.ts';
import { canaries } from '../../support/canaries.ts';
import { encodings } from '../../support/secret-encodings.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const { short, ...long } = canaries;
const named = Object.entries(long).map(([name, value]) => ({ name: name.toUpperCase(), value }));
const { fixture, main, shop, staging } = bundleStory;
const nothing: Leaving = { name: 'Any', version: '1.0.0', flows: [], documents: [], files: [] };
const found = (document: WorkspaceDocument, value: string) =>
  secretsInside({ ...nothing, documents: [placed(document, 'flows/a.json')] }, [{ name: 'KEY', value }])
    .length > 0;

describe('secrets in what is about to leave', () => {
  it('are none in the story', () => {
    expect(secretsInside({ ...nothing, documents: placedStory }, named)).toEqual([]);
  });

  it.each(named)('are found in every encoding: $name', ({ value }) => {
    for (const [encoding, encode] of Object.entries(encodings)) {
      const text = `before ${encode(value)} behind`;
      const message = {
        ...main,
        nodes: [{ ...main.nodes[0]!, name: text }, ...main.nodes.slice(1)],
      };
      expect(found(message, value), encoding).toBe(true);
    }
  });

  const { quote } = canaries;
  it.each<[string, WorkspaceDocument]>([
    ['a name', { ...shop, name: quote }],
    ['a description', { ...shop, description: `It is ${quote}!` }],
    ['a visible header', { ...shop, headers: [{ name: 'X', value: { template: quote }, enabled: false }] }],
    ['a base URL', { ...shop, baseUrl: `https://x.example/?key=${encodeURIComponent(quote)}` }],
    ['a value of an environment', { ...staging, values: [{ name: 'a', value: quote, enabled: false }] }],
    ['a body of a fixture', { ...fixture, body: { text: `{"t":${JSON.stringify(quote)}}` } }],
    ['a header of a fixture', { ...fixture, headers: [{ name: 'x', value: quote, enabled: true }] }],
    ['bytes of a fixture', { ...fixture, body: { base64: Buffer.from(`\0${quote}`).toString('base64') } }],
    ...[gzipSync, deflateSync, brotliCompressSync].map(
      (pack) =>
        [
          'a packed body',
          { ...fixture, body: { base64: pack(Buffer.from(`[${quote}]`)).toString('base64') } },
        ] as [string, WorkspaceDocument],
    ),
    ['hexadecimal digits', { ...shop, description: Buffer.from(quote).toString('hex').toUpperCase() }],
  ])('are found in %s', (_where, document) => {
    expect(found(document, quote)).toBe(true);
    expect(found(document, canaries.password)).toBe(false);
  });

  it('are found where one is short and the whole of a text', () => {
    expect(
      found({ ...shop, headers: [{ name: 'X', value: { template: short }, enabled: true }] }, short),
    ).toBe(true);
    expect(found({ ...shop, description: `A ${short}x` }, short)).toBe(false);
  });
});

it('names no place whose name gives the secret away', () => {
  const value = canaries.password;
  const files = [{ name: `files/${value}.png`, bytes: new Uint8Array() }];
  const inside = secretsInside({ ...nothing, files }, [{ name: 'KEY', value }]);
  expect(inside).toEqual([{ name: 'KEY', where: 'the name of a file or a folder', documentId: null }]);
});

describe('an export', () => {
  const folder = useTemporaryFolder();
  const known: readonly KnownHere[] = named.map((secret) => ({
    ...secret,
    holder: shop.id,
    slot: bundleSlots.token,
  }));

  it('in which a secret stands is refused by the name of the secret', async () => {
    await writeStoryWorkspace(folder.path);
    const source = await exportSource(folder.path, known);
    expect(await exportBundle(source, wholeStory, null)).toMatchObject({ ok: true });
    await writeFile(folder.file('files/photo.png'), `PNG${Buffer.from(canaries.accents).toString('base64')}`);
    const refused = await exportBundle(source, wholeStory, null);
    expect(refused.ok ? null : refused.failure).toEqual({
      code: 'secret-inside',
      message:
        'Nothing was exported: the value of ACCENTS stands in files/photo.png. Take it out there, and export again.',
      inside: [{ name: 'ACCENTS', where: 'files/photo.png', documentId: null }],
    });
  });

  it('is refused for the name of the workspace, as it is and as the file would be called', async () => {
    await writeStoryWorkspace(folder.path);
    const source = await exportSource(folder.path, [{ ...known[0]!, value: canaries.password }]);
    for (const name of [canaries.password, 'Shop of Canary Pass 4711']) {
      const refused = await exportBundle({ ...source, name }, wholeStory, null);
      expect(refused).toMatchObject({
        failure: {
          code: 'secret-inside',
          inside: [{ name: 'QUOTE', where: 'the name of the workspace', documentId: null }],
        },
      });
      expect(refused.ok || refused.failure.message).not.toContain(canaries.password);
    }
  });

  it('takes secrets along only behind a passphrase, and shows none', async () => {
    await writeStoryWorkspace(folder.path);
    const source = await exportSource(folder.path, known.slice(0, 1));
    expect(await exportBundle(source, wholeStory, 'too short')).toMatchObject({
      failure: { code: 'passphrase-short' },
    });
    const made = await exportBundle(source, wholeStory, 'correct horse battery');
    expect(made.ok && made.value).toContain('"sealed"');
    expect(made.ok && made.value.includes(JSON.stringify(canaries.quote))).toBe(false);
  });

  it('without a flow, or with a file that is gone, is refused in words', async () => {
    await writeStoryWorkspace(folder.path);
    const source = await exportSource(folder.path);
    expect(await exportBundle(source, { flows: [], environments: [] }, null)).toMatchObject({
      failure: { code: 'nothing-chosen' },
    });
    const gone = {
      ...source,
      readFile: () =>
        Promise.resolve({ ok: false as const, failure: 'files/photo.png is not in the workspace.' }),
    };
    expect(await exportBundle(gone, wholeStory, null)).toMatchObject({ failure: { code: 'file-missing' } });
  });
});
