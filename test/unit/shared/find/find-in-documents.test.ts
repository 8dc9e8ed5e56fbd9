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
import { scenarioSchema } from '#shared/scenario/scenario.ts';
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
  allowedHosts: ['api.example', 'cdn.shop.example'],
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
const scenario = scenarioSchema.parse({
  format: 'flowbench.scenario',
  version: 1,
  id: 'sc_aaaaaaaaaaaa',
  name: 'Shop is open',
  description: 'The shop answers',
  tags: ['shop'],
  flow: 'fl_aaaaaaaaaaaa',
  inputs: [{ name: 'shop', value: 'Corner shop' }],
  answers: [
    { text: 'To the shop' },
    { when: { is: 'matches', text: '^Which shop' }, column: 'shop' },
    { node: 'nd_aaaaaaaaaaaa', text: 'A shop' },
  ],
  standIns: [
    {
      node: 'nd_aaaaaaaaaaaa',
      use: { type: 'fault', fault: { kind: 'status', body: '{"shop":1}' }, attempts: 'all', then: null },
    },
    { node: 'nd_shopshopshop', use: { type: 'fixture', id: 'fx_shopshopshop' } },
  ],
  data: { columns: ['shop'], rows: [['Book shop', 'shop of no column']] },
  persona: { platform: 'shop floor', user: [{ name: 'shop', value: 'The shop' }] },
  snapshot: [
    { who: 'bot', text: 'Which shop?' },
    { who: 'person', text: 'The book shop' },
  ],
  expect: [
    { type: 'message', text: { is: 'contains', text: 'Your shop' } },
    { type: 'variable', path: 'shop.name', value: { json: '{"shop":2}' } },
    { type: 'variable', path: 'order', value: { column: 'shop' } },
    { type: 'exit', node: 'nd_aaaaaaaaaaaa', exit: 'shop' },
    {
      type: 'call',
      node: 'nd_aaaaaaaaaaaa',
      url: { is: 'contains', text: '/shop' },
      headers: [
        { name: 'Accept', value: { is: 'present' } },
        { name: 'X-Shop', value: { text: 'shop' } },
      ],
      body: { is: 'subset', json: '["shop"]' },
    },
    { type: 'end', outcome: 'failed', message: { text: 'No shop' }, result: { json: '"shop"' } },
  ],
});
const all: readonly WorkspaceDocument[] = [lookup, endpoint, environment, fixture, scenario];
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
        6,
        [
          'Name of the API endpoint',
          'Description',
          'Base URL',
          'Headers 1 Value',
          'Headers 1 Name',
          'Allowed hosts 2 Host',
        ],
      ],
      ['Shop staging', 4, ['Name of the environment', 'Values 1 Name', 'Values 1 Value', 'Values 2 Name']],
      ['Shop is closed', 4, ['Name of the fixture', 'Headers 1 Name', 'Headers 1 Value', 'Body']],
    ]);
  });

  it('is all that a scenario says and expects, and nothing that is picked there', () => {
    const [here] = found('shop', [scenario]).documents;
    expect(
      here?.texts.map(({ field, row }) =>
        row === null ? field : `${field} ${String(row.number)} ${row.cell}`,
      ),
    ).toEqual([
      'Name of the scenario',
      'Description',
      'Tags 1 Tag',
      'Input shop',
      'Input shop',
      'Answers 1 Text',
      'Answers 2 Expected question',
      'Answers 3 Text',
      'Stand-ins 1 Body',
      'Expectations 1 Expected text',
      'Expectations 2 Variable, or a part of it',
      'Expectations 2 Expected value',
      'Expectations 5 Expected url',
      'Expectations 5 Expected body',
      'Expectations 5 Header 2, Name of the header',
      'Expectations 5 Header 2, Expected value',
      'Expectations 6 Expected reason',
      'Expectations 6 Expected result',
      'Snapshot 1 Bot',
      'Snapshot 2 Person',
      'Name of column 1',
      'Data 1 shop',
      'Platform',
      'User 1 Name',
      'User 1 Value',
    ]);
  });

  it('is a host that an endpoint allows, too', () => {
    const [here] = found('cdn.shop.example', [endpoint]).documents;
    expect(here?.texts).toMatchObject([{ field: 'Allowed hosts', row: { number: 2, cell: 'Host' } }]);
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

  it('takes a scenario along, but for what its flow or its data name, and leaves out what would break it', () => {
    const { document } = valueOf(replaceInDocument(scenario, replacer('shop', 'store'), null));
    expect(document).toMatchObject({
      inputs: [{ name: 'shop', value: 'Corner store' }],
      answers: [{}, { when: { text: '^Which store' }, column: 'shop' }, {}],
      data: { columns: ['shop'], rows: [['Book store', 'shop of no column']] },
      snapshot: [{ text: 'Which store?' }, { text: 'The book store' }],
      expect: [
        { text: { text: 'Your store' } },
        { path: 'shop.name', value: { json: '{"store":2}' } },
        { value: { column: 'shop' } },
        { exit: 'shop' },
        { url: { text: '/store' } },
        {},
      ],
    });
    const broken = valueOf(replaceInDocument(scenario, replacer('Which shop', '('), null));
    expect(broken).toMatchObject({
      count: 1,
      leftOut: 1,
      why: 'In Shop is open the pattern in “Answers” could not be read any more.',
    });
    const json = valueOf(replaceInDocument(scenario, replacer('"shop":2', 'shop'), null));
    expect(json.why).toBe('In Shop is open what is in “Expectations” would be no JSON any more.');
    for (const [field, why] of [
      ['Input shop', 'Start'],
      ['Expectations', 'its flow'],
      ['Name of column 1', 'column'],
    ] as const)
      expect(whyKept({ kind: 'variable', field })).toContain(why);
  });

  it('leaves out what would be no host', () => {
    expect(valueOf(replaceInDocument(endpoint, replacer('cdn.shop', 'cdn shop'), null))).toMatchObject({
      document: endpoint,
      why: 'In Shop API the host in “Allowed hosts” could not be read any more.',
    });
    const { document } = valueOf(replaceInDocument(endpoint, replacer('shop.example', 'shop.test'), null));
    expect(document).toMatchObject({
      baseUrl: 'https://shop.test/v2',
      allowedHosts: ['api.example', 'cdn.shop.test'],
    });
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
