// Files are read tolerantly, since people and other programs write them too.
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { holdsMergeConflict, readDocument, readWorkspaceFile } from '#shared/workspace/read-stored-file.ts';
import { frozenDocuments, frozenText } from '../../../support/workspace-fixture.ts';

const minimalEndpoint = {
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_shopapishopa',
  name: 'Shop API',
  baseUrl: 'https://shop.example',
};

function failureOf(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const read = readDocument('endpoints/shop-api.json', text);
  if (read.ok) throw new Error('This should not be readable.');
  return read.failure;
}

describe('reading a document', () => {
  it.each(frozenDocuments)('opens what version 1 wrote: %s', (file) => {
    const read = readDocument(file, frozenText(file));
    // Settings that came later are filled in; everything that was written is still there.
    expect(read.ok && read.value.content).toMatchObject(JSON.parse(frozenText(file)) as object);
  });

  it('opens the workspace file of version 1', () => {
    const read = readWorkspaceFile('flowbench.json', frozenText('flowbench.json'));
    expect(read.ok && read.value.content.name).toBe('Acme Shop');
  });

  it('fills in settings that are missing', () => {
    const read = readDocument('a.json', JSON.stringify(minimalEndpoint));
    expect(read.ok && read.value.content).toMatchObject({ auth: { type: 'none' }, redirects: { limit: 10 } });
  });

  it('does not mind a byte order mark, other line ends or other spacing', () => {
    const text = `\ufeff${JSON.stringify(minimalEndpoint, null, '\t').replaceAll('\n', '\r\n')}\r\n`;
    expect(readDocument('a.json', text).ok).toBe(true);
  });

  it('leaves out keys it does not know, at every level, and keeps them in the raw file', () => {
    const read = readDocument(
      'a.json',
      JSON.stringify({
        ...minimalEndpoint,
        colour: 'red',
        auth: { type: 'bearer', token: { secret: 'sl_shoptokensho', hint: 'x' }, realm: 1 },
        headers: [{ name: 'A', value: { template: 'b', hint: 'y' }, note: null }],
        retry: { backoff: 'linear' },
      }),
    );
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.content).not.toHaveProperty('colour');
    expect(read.value.content).toMatchObject({
      auth: { type: 'bearer', token: { secret: 'sl_shoptokensho' } },
      headers: [{ name: 'A', value: { template: 'b' }, enabled: true }],
    });
    expect(JSON.stringify(read.value.content)).not.toMatch(/hint|realm|note|backoff/);
    expect(read.value.raw).toMatchObject({ colour: 'red', auth: { realm: 1, token: { hint: 'x' } } });
  });

  it('keeps every digit of numbers it does not understand', () => {
    const read = readDocument(
      'a.json',
      JSON.stringify(minimalEndpoint).replace('{', '{"big":12345678901234567890,'),
    );
    expect(read.ok && read.value.raw['big']).toEqual(new ExactNumber('12345678901234567890'));
  });
});

describe('a file that is no document', () => {
  it.each([
    ['an empty file', '', 'not-json'],
    ['half a file', '{"format":"flowbench.endpoint","version":1,', 'not-json'],
    ['text', 'hello', 'not-json'],
    ['other JSON', { hello: 'world' }, 'not-a-document'],
    ['a list', [minimalEndpoint], 'not-a-document'],
    [
      'a workspace file',
      { format: 'flowbench.workspace', version: 1, id: 'ws_acmeshopacme', name: 'A' },
      'not-a-document',
    ],
    ['a missing name', { ...minimalEndpoint, name: undefined }, 'not-a-document'],
    ['an id of another kind', { ...minimalEndpoint, id: 'fl_shopapishopa' }, 'not-a-document'],
    ['an unknown authentication', { ...minimalEndpoint, auth: { type: 'magic' } }, 'not-a-document'],
    ['a text for a version', { ...minimalEndpoint, version: '1' }, 'not-a-document'],
    ['a newer version', { ...minimalEndpoint, version: 2 }, 'newer-version'],
  ])('is told apart: %s', (_, content, code) => {
    expect(failureOf(content).code).toBe(code);
  });

  it('is named with the place where it breaks', () => {
    expect(failureOf('{\n  "format": flowbench\n}').message).toMatch(
      /^endpoints\/shop-api\.json is damaged: line 2, column 14: /,
    );
    expect(
      failureOf({ ...minimalEndpoint, headers: [{ name: 'A', value: { template: 1 } }] }).message,
    ).toMatch(/^endpoints\/shop-api\.json is not complete: headers\[0\]\.value/);
    expect(failureOf({ ...minimalEndpoint, format: 'other' }).message).toContain('its "format" is "other"');
    expect(failureOf({ version: 1 }).message).toContain('its "format" is missing');
  });

  it('says of a newer version that it is left alone', () => {
    expect(failureOf({ ...minimalEndpoint, version: 7 }).message).toBe(
      'endpoints/shop-api.json was written by a newer Flowbench (version 7 of the format; this one reads up to 1). It is left as it is; update Flowbench to open it.',
    );
  });

  it('says of a merge conflict what to do', () => {
    const conflict = '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> branch\n}\n';
    expect(failureOf(conflict)).toEqual({
      code: 'not-json',
      message: 'endpoints/shop-api.json holds a merge conflict. Resolve it, and the document opens again.',
      isMergeConflict: true,
    });
  });

  it.each([
    ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n', true],
    ['<<<<<<<\r\na\r\n=======\r\nb\r\n>>>>>>>\r\n', true],
    ['"<<<<<<< HEAD"', false],
    ['<<<<<<<< a\n>>>>>>>> b', false],
    ['<<<<<<< HEAD\nonly one side', false],
    ['', false],
  ])('knows the marks of a merge conflict: %j', (text, isConflict) => {
    expect(holdsMergeConflict(text)).toBe(isConflict);
  });
});
