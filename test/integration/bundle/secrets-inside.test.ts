// An export in which a secret stands anywhere, in any encoding, is refused by its name and never shows it.
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
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

const inFile = (bytes: Uint8Array, value: string) =>
  secretsInside({ ...nothing, files: [{ name: 'files/a', bytes }] }, [{ name: 'KEY', value }]).length > 0;

const packings = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate without a head', deflateRawSync],
  ['brotli', brotliCompressSync],
] as const;

/** Encodings on top of each other, and those of web pages, as Node or a table of this test writes them. */
const onTop: Readonly<Record<string, (text: string) => string>> = {
  'in base64 twice': (text) => base64(base64(text)),
  'in base64 within base64 of more': (text) => base64(`{"a":"${base64(`user:${text}`)}"}`),
  'in base64url within base64': (text) => base64(Buffer.from(text).toString('base64url')),
  'in base64 twice, percent-encoded': (text) => encodeURIComponent(base64(base64(text))),
  'as JSON in base64': (text) => base64(JSON.stringify({ token: text })),
  'percent-encoded in base64': (text) => base64(`?key=${encodeURIComponent(text)}`),
  'in base64 behind something that looks like it': (text) => `https://a.example/b/${base64(base64(text))}`,
  'in hexadecimal digits in base64': (text) => base64(Buffer.from(text).toString('hex')),
  'in base64 twice, in lines': (text) => lines(base64(base64(text))),
  'in base64 twice, in lines that end as in mails': (text) => lines(base64(base64(text)), '\r\n'),
  'in base64 twice, in indented lines': (text) =>
    `-----BEGIN A-----\n  ${lines(base64(base64(text)), '\n  ')}`,
  'as JSON in UTF-16 in base64': (text) =>
    Buffer.from(`echo ${JSON.stringify(text)}`, 'utf16le').toString('base64'),
  'in base64 of UTF-16 in base64 of UTF-16': (text) => base64Of16(base64Of16(text)),
  'packed by gzip in base64': (text) => gzipSync(text).toString('base64'),
  'packed by gzip in base64url behind more': (text) => `a/${gzipSync(text).toString('base64url')}`,
  'packed by gzip in base64 in lines': (text) => lines(gzipSync(`key: ${text}`).toString('base64')),
  'packed by deflate in base64': (text) => deflateSync(text).toString('base64'),
  'in decimal references': (text) => everyCharacter(text, (code) => `&#${String(code)};`),
  'in hexadecimal references': (text) => everyCharacter(text, (code) => `&#x${code.toString(16)};`),
  'in references with capitals': (text) =>
    everyCharacter(text, (code) => `&#X${code.toString(16).toUpperCase()};`),
  'in references of references': (text) => everyCharacter(text, (code) => `&amp;#${String(code)};`),
  'by the names of web pages': (text) =>
    text
      .replaceAll('"', '&quot;')
      .replaceAll('\\', '&bsol;')
      .replaceAll('ö', '&ouml;')
      .replaceAll('ü', '&uuml;'),
};
const lines = (text: string, lineEnd = '\n') => text.replace(/.{20}(?=.)/g, `$&${lineEnd}`);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64Of16 = (text: string) => Buffer.from(text, 'utf16le').toString('base64');
const everyCharacter = (text: string, write: (code: number) => string) =>
  Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');

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

  it.each(Object.entries(onTop))('are found %s, in texts and in files', (_how, encode) => {
    for (const value of [canaries.quote, canaries.accents, canaries.password]) {
      const text = `before ${encode(value)} behind`;
      expect(found({ ...shop, description: text }, value)).toBe(true);
      expect(inFile(Buffer.from(text), value)).toBe(true);
      expect(inFile(Buffer.from(text), 'another-canary-4711')).toBe(false);
    }
  });

  it.each(packings)('are found in files packed by %s, also in what is left of one', (name, pack) => {
    const bytes = pack(
      Buffer.from(`${'before '.repeat(99)}${canaries.quote}${randomBytes(99).toString('hex')}`),
    );
    expect(inFile(bytes, canaries.quote), name).toBe(true);
    expect(inFile(bytes.subarray(0, -20), canaries.quote), name).toBe(true);
    expect(inFile(bytes, canaries.password)).toBe(false);
  });

  it('are not looked for in base64 that stands for very much, and that takes no time', () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024)).toString('base64');
    const heads = 'H4sIAAAAAAAA'.repeat(20_000);
    const began = performance.now();
    expect(inFile(Buffer.from(`${bomb} ${bomb} ${bomb} ${heads}`), canaries.quote)).toBe(false);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('are not looked for behind each of many heads in one stretch, which takes no time either', () => {
    const began = performance.now();
    expect(inFile(Buffer.from('H4sI'.repeat(1_000_000)), canaries.quote)).toBe(false);
    const many = Array.from({ length: 500 }, () => gzipSync(randomBytes(2000)).toString('base64url'));
    expect(inFile(Buffer.from(many.join('\n')), canaries.quote)).toBe(false);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it.each<[string, (packed: string) => string]>([
    ['letters', (packed) => `https://x.example/load/${packed}/edit`],
    ['a version', (packed) => `${packed}_v2`],
    ['the end of a part', (packed) => `${packed}\r\n--boundary`],
  ])('are found in packed base64 in front of %s', (_behind, written) => {
    const plain = Buffer.from(`before ${canaries.quote} behind`);
    for (const pack of [gzipSync, deflateSync]) {
      const packed = pack(plain).toString('base64url');
      expect(inFile(Buffer.from(written(packed)), canaries.quote)).toBe(true);
      expect(inFile(Buffer.from(written(packed)), canaries.password)).toBe(false);
    }
  });

  it('are found in deflated base64 behind an escape', () => {
    const packed = deflateSync(Buffer.from(`before ${canaries.quote} behind`)).toString('base64');
    for (const text of [`Data:\\n${packed}`, `\\t${packed}`, `x=%3D${packed}`, `Data:\n${packed}`])
      expect(inFile(Buffer.from(text), canaries.quote), text.slice(0, 8)).toBe(true);
  });

  it('are found in UTF-16 in either order of its bytes', () => {
    const value = 'Ключ к магазину';
    const bytes = Buffer.from(`.${value}`, 'utf16le');
    expect(inFile(bytes, value)).toBe(true);
    expect(inFile(bytes.swap16(), value)).toBe(true);
  });

  it('are not looked for where few bytes stand for very many, and that takes no time', () => {
    const bomb = brotliCompressSync(Buffer.alloc(200 * 1024 * 1024), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    const began = performance.now();
    expect(inFile(bomb, canaries.quote)).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
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
    ...packings.map(
      ([name, pack]) =>
        [
          `a body packed by ${name}`,
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
