// Finding across documents sees what forms show, never a secret, and replacing leaves every document one that can be read.
import fc from 'fast-check';
import { call, rowOf } from '../../../stories/lint/lint-case.ts';
import { describe, expect, it } from 'vitest';
import { documentFindTexts, withDocumentFindTexts } from '#shared/find/document-find-texts.ts';
import { findingInDocuments, mostFound } from '#shared/find/find-in-documents.ts';
import { soundReplacements } from '#shared/find/sound-replacements.ts';
import { replaceInDocument, whyKept } from '#shared/find/replace-in-document.ts';
import { emptyQuery, textFinder, type FindQuery } from '#shared/find/text-finder.ts';
import { replaced, textReplacer } from '#shared/find/text-replacer.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { fixtureSchema } from '#shared/fixture/fixture.ts';
import { documentSchema, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { frozenDocument } from '../../../support/workspace-fixture.ts';

const lookup = frozenDocument('flows/order-lookup.json').content;
const endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  description: 'The shop',
  baseUrl: 'https://shop.example/v2',
  auth: { type: 'bearer', token: { template: 'shop-token-in-plain-sight' } },
  headers: [
    { name: 'X-Shop', value: { template: '{{@env.shop}}' }, enabled: true },
    { name: 'X-Key', value: { secret: 'sl_shopshopshop' }, enabled: true },
  ],
});
const environment = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: 'en_aaaaaaaaaaaa',
  name: 'Shop staging',
  values: [
    { name: 'shop_host', value: 'shop.example' },
    { name: 'shop_key', secret: 'sl_shopshopshop' },
  ],
});
const fixture = fixtureSchema.parse({
  format: 'flowbench.fixture',
  version: 1,
  id: 'fx_aaaaaaaaaaaa',
  name: 'Shop is closed',
  flow: 'fl_aaaaaaaaaaaa',
  node: 'nd_aaaaaaaaaaaa',
  headers: [{ name: 'X-Shop', value: 'shop' }],
  body: { text: '{"shop":"closed"}' },
});
const all: readonly WorkspaceDocument[] = [lookup, endpoint, environment, fixture];
const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({ ...emptyQuery, text, ...more });
const valueOf = <Value>(outcome: { ok: true; value: Value } | { ok: false; failure: string }): Value => {
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value;
};
const replacer = (text: string, by: string, more: Partial<FindQuery> = {}) =>
  valueOf(textReplacer(query(text, more), by));

function found(text: string, documents = all) {
  const steps = findingInDocuments(documents, valueOf(textFinder(query(text))), new WeakMap());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('what is found in a workspace', () => {
  it('is told by document and field, in the order of the forms', () => {
    const places = found('shop', [endpoint, environment, fixture]).documents.map(
      ({ document, texts, count }) => [
        document.name,
        count,
        texts.map(({ field, row }) => (row === null ? field : `${field} ${String(row.number)} ${row.cell}`)),
      ],
    );
    expect(places).toEqual([
      [
        'Shop API',
        5,
        ['Name of the API endpoint', 'Description', 'Base URL', 'Headers 1 Value', 'Headers 1 Name'],
      ],
      ['Shop staging', 4, ['Name of the environment', 'Values 1 Name', 'Values 1 Value', 'Values 2 Name']],
      ['Shop is closed', 4, ['Name of the fixture', 'Headers 1 Name', 'Headers 1 Value', 'Body']],
    ]);
  });

  it('is never a secret, a slot, an id or a token, wherever it stands', () => {
    for (const hidden of ['sl_', 'plain-sight', 'ep_aaaa', 'fl_aaaa', 'flowbench.'])
      expect(found(hidden).documents, hidden).toEqual([]);
  });

  it('is cut where nobody would look through it', () => {
    const long = { ...fixture, body: { text: 'a'.repeat(mostFound + 5) } };
    expect(found('a', [long, fixture])).toMatchObject({ isCut: true, documents: [{ document: long }] });
  });
});

describe('the walk through texts', () => {
  it('gives the same document where nothing changes, and reaches each text that it finds', () => {
    for (const document of all) {
      expect(withDocumentFindTexts(document, (text) => text)).toBe(document);
      const marked = withDocumentFindTexts(document, (text) => `${text}~`);
      expect(documentFindTexts(marked).map(({ text }) => text)).toEqual(
        documentFindTexts(document).map(({ text }) => `${text}~`),
      );
    }
  });
});

describe('replacing', () => {
  it('changes everything that was found but names that others read', () => {
    const { document, count } = valueOf(replaceInDocument(environment, replacer('shop', 'store'), null));
    expect(document).toMatchObject({
      name: 'store staging',
      values: [{ name: 'shop_host', value: 'store.example' }, { name: 'shop_key' }],
    });
    expect(count).toBe(2);
    expect(whyKept({ kind: 'variable', field: 'Values' })).toContain('Compare environments');
    expect(whyKept({ kind: 'variable', field: 'Variable' })).toContain('Uses of variables');
    expect(whyKept({ kind: 'template', field: 'Path' })).toBeNull();
  });

  it('changes one place and no other', () => {
    const body = documentFindTexts(fixture).findIndex(({ field }) => field === 'Body');
    const only = { textAt: body, start: 2 };
    expect(valueOf(replaceInDocument(fixture, replacer('shop', 'store'), only))).toMatchObject({
      document: { name: fixture.name, body: { text: '{"store":"closed"}' } },
      count: 1,
    });
  });

  it('leaves out what could not be read any more, says where, and does the rest', () => {
    expect(valueOf(replaceInDocument(endpoint, replacer('}}', ''), null))).toMatchObject({
      document: endpoint,
      count: 0,
      why: 'In Shop API the template in “Headers” could not be read any more.',
    });
    const { document, leftOut, why } = valueOf(
      replaceInDocument(fixture, replacer('Shop is closed', ' '), null),
    );
    expect([document.name, leftOut]).toEqual([fixture.name, 1]);
    expect(why).toBe('In Shop is closed “Name of the fixture” would be empty.');
  });

  it('leaves out what would break the JSON around expressions, place by place, unless it is wanted', () => {
    const body = '{"order": "{{order.id}}", "note": "order"}';
    const ordering = rowOf([call({ body: { type: 'json', template: body } })]);
    const bodyOf = (document: unknown) =>
      documentFindTexts(document as typeof ordering).find(({ tab }) => tab === 'body')?.text;
    // The first and the last are in texts of JSON, the second in an expression.
    const broken = valueOf(replaceInDocument(ordering, replacer('order', 'or"der'), null));
    expect(bodyOf(broken.document)).toBe(body);
    expect(broken).toMatchObject({
      leftOut: 3,
      why: 'In Told what is in “Content” would be no JSON any more.',
    });
    const fine = valueOf(replaceInDocument(ordering, replacer('order', 'parcel'), null));
    expect(bodyOf(fine.document)).toBe('{"parcel": "{{parcel.id}}", "note": "parcel"}');
    expect(fine).toMatchObject({ leftOut: 0, why: null });
    const pairs = valueOf(replaceInDocument(ordering, replacer('"note": "order"', '"note": "order'), null));
    expect(bodyOf(pairs.document)).toBe(body);
    const wanted = valueOf(replaceInDocument(ordering, replacer('order', 'or"der'), null, 'replace'));
    expect(bodyOf(wanted.document)).toContain('"or"der"');
    expect(wanted.leftOut).toBe(0);
  });

  it('tells the place that breaks a text from those beside it', () => {
    const text = { ...documentFindTexts(endpoint)[0]!, kind: 'template', text: 'a {{a}} a' } as const;
    const { breaking, sound } = soundReplacements(text, [
      { start: 0, end: 1, by: '#' },
      { start: 4, end: 5, by: '#' },
      { start: 8, end: 9, by: '#' },
    ]);
    expect(sound.map(({ start }) => start)).toEqual([0, 8]);
    expect(breaking).toMatchObject([
      { start: 4, why: expect.stringContaining('could not be read') as string },
    ]);
  });

  it('leaves a document that can be read, or none, whatever comes in the place of what', () => {
    const short = fc.oneof(
      fc.constantFrom('{{', '}}', 'o', 'e', ' ', '"', '\\'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), short, short, (document, text, by) => {
        const outcome = replaceInDocument(document, replacer(text, by), null);
        if (!outcome.ok) return;
        expect(documentSchema.safeParse(outcome.value.document).success).toBe(true);
        expect(outcome.value.document.id).toBe(document.id);
      }),
    );
  });

  it('back and forth gives the same document where neither word was there before', () => {
    const there = valueOf(replaceInDocument(lookup, replacer('order', 'q8x'), null)).document;
    const back = valueOf(
      replaceInDocument(there, replacer('q8x', 'order', { matchCase: true }), null),
    ).document;
    const lower = (document: WorkspaceDocument) => JSON.stringify(document).toLowerCase();
    expect(lower(back)).toBe(lower(lookup));
  });
});

describe('a replacement', () => {
  it('of a pattern is filled in with what its groups found', () => {
    const pattern = replacer('(?P<user>\\w+)@(\\w+)', '$2 of ${user}: $& $$ $9 ${no}\\n', {
      isPattern: true,
    });
    const text = 'to ann@shop now';
    expect(replaced(text, pattern(text))).toBe('to shop of ann: ann@shop $ $9 ${no}\n now');
  });

  it('of plain text is taken as it is', () => {
    const plain = replacer('a', '$1\\n');
    expect(replaced('bab', plain('bab'))).toBe('b$1\\nb');
  });

  it('fits the words and the case that are looked for', () => {
    const words = replacer('cat|dog', 'pet', { isPattern: true, wholeWord: true, matchCase: true });
    expect(replaced('cat cats Dog dog', words('cat cats Dog dog'))).toBe('pet cats Dog pet');
  });

  it('that cannot be read is a sentence', () => {
    expect(textReplacer(query('(', { isPattern: true }), '')).toMatchObject({ ok: false });
  });
});
