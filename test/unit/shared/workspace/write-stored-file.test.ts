// Files are written for version control: the same content gives the same bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { frozenDocument, frozenDocuments, frozenText } from '../../../support/workspace-fixture.ts';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

describe('writing a document', () => {
  it('lists keys as the schema does, indents by two spaces and ends with a line end', () => {
    const read = readDocument(
      'a.json',
      '{"nodes":[],"name":"Émpty \\"flow\\"","id":"fl_emptyemptyem","version":1,"format":"flowbench.flow"}',
    );
    expect(read.ok && writeDocument(read.value.content, read.value)).toBe(
      [
        '{',
        '  "format": "flowbench.flow",',
        '  "version": 1,',
        '  "id": "fl_emptyemptyem",',
        '  "name": "Émpty \\"flow\\"",',
        '  "strict": false,',
        '  "errorNode": null,',
        '  "nodes": [],',
        '  "connections": []',
        '}',
        '',
      ].join('\n'),
    );
  });

  it.each(frozenDocuments)('gives the same bytes in whatever order the keys were: %s', (file) => {
    const stored = readDocument(file, JSON.stringify(shuffled(JSON.parse(frozenText(file)))));
    if (!stored.ok) throw new Error(stored.failure.message);
    const frozen = frozenDocument(file);
    expect(writeDocument(stored.value.content, stored.value)).toBe(writeDocument(frozen.content, frozen));
  });

  it('begins with format, version and id, in UTF-8 with LF and a line end at the end', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = writeDocument(document, null);
        expect(text).toMatch(
          /^\{\n {2}"format": "flowbench\.[a-z]+",\n {2}"version": 1,\n {2}"id": "\w\w_[a-z2-7]{12}",\n/,
        );
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/\r|\t/);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });

  it('is read back as what was written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = writeDocument(document, null);
        const read = readDocument('a.json', text);
        if (!read.ok) throw new Error(read.failure.message);
        expect(read.value.content).toEqual(document);
        expect(writeDocument(read.value.content, read.value)).toBe(text);
      }),
    );
  });

  it('leaves out settings that are there and undefined', () => {
    const { content } = frozenDocument('flows/order-lookup.json');
    const text = writeDocument(content, null);
    const holed = structuredClone(content);
    if (holed.format !== 'flowbench.flow' || holed.nodes[2]?.kind !== 'api-call')
      throw new Error('another flow');
    Reflect.set(holed.nodes[2].config.headers[0]!, 'description', undefined);
    expect(writeDocument(holed, null)).toBe(text);
  });
});
