// What an import writes, by what is there and what the person answers; no secret that is here goes to what a bundle brings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportAnswer, importAnswers, importPlan } from '#shared/bundle/import-plan.ts';
import { type ImportSetting, importedDocuments } from '#shared/bundle/imported-documents.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { Fixture } from '#shared/fixture/fixture.ts';
import { flowsRunBy } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { bundleSlots, bundleStory, placed, placedStory } from '../../../support/bundle-story.ts';
import { runs } from '../../../support/runs.ts';

const { defaults, fixture, lookup, main, shop, staging } = bundleStory;
let seed = 1;
const fillRandom = (bytes: Uint8Array) => {
  seed += 1;
  bytes.forEach((_, at) => (bytes[at] = (seed * 31 + at * 7 * seed) % 251));
};
const setting = (more: Partial<ImportSetting> = {}): ImportSetting => ({
  present: [],
  answers: new Map(),
  holds: () => false,
  fillRandom,
  ...more,
});
/** The story with some documents as somebody changed them here. */
const present = (...changed: readonly WorkspaceDocument[]): readonly PlacedDocument[] =>
  placedStory.map((each) => {
    const other = changed.find(({ id }) => id === each.stored.content.id);
    return other === undefined ? each : placed(other, each.file);
  });
const answered = (answer: ImportAnswer, ...documents: readonly WorkspaceDocument[]) =>
  new Map(documents.map(({ id }) => [id as string, answer]));
const written = (more: Partial<ImportSetting>) => importedDocuments(placedStory, setting(more));
const contents = (more: Partial<ImportSetting>) => written(more).map(({ stored }) => stored.content);

describe('a plan of an import', () => {
  it('tells what is new, what is there and what is there in another version', () => {
    const here = present({ ...lookup, name: 'Look it up' }).filter(({ file }) => file !== 'flows/alone.json');
    const states = Object.fromEntries(importPlan(placedStory, here).map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      'Look up': 'conflict',
      Alone: 'new',
      'Shop API': 'same',
      'An order': 'same',
    });
    const entry = importPlan(placedStory, here).find(({ id }) => id === lookup.id);
    expect(entry?.there).toEqual({ name: 'Look it up', file: 'flows/Parts/look-up.json' });
  });

  it('is made once for whoever shows it and whoever carries it out', () => {
    const here = present({ ...lookup, name: 'Look it up' });
    const shown = importPlan(placedStory, here);
    written({ present: here });
    expect(importPlan(placedStory, here)).toBe(shown);
    expect(importPlan(placedStory, [...here])).toEqual(shown);
    expect(importPlan(placedStory, [])).not.toEqual(shown);
  });
});

describe('an import', () => {
  it('into nothing writes everything as it is', () => {
    expect(written({}).map(({ file, replaces, stored }) => ({ file, replaces, stored }))).toEqual(
      placedStory.map(({ file, stored }) => ({ file, replaces: null, stored })),
    );
  });

  it('into the same writes nothing', () => {
    expect(written({ present: present() })).toEqual([]);
  });

  it('never replaces unasked', () => {
    expect(written({ present: present({ ...lookup, name: 'Mine' }) })).toEqual([]);
  });

  it('replaces where it is told to', () => {
    const replaced = written({
      present: present({ ...lookup, name: 'Mine' }),
      answers: answered('replace', lookup),
    });
    expect(replaced.map(({ replaces, stored }) => [replaces, stored.content.name])).toEqual([
      [lookup.id, 'Look up'],
    ]);
  });

  it('that keeps both gives new ids, and all that came with it means the new ones', () => {
    const here = present({ ...lookup, name: 'Mine' }, { ...main, strict: true });
    const kept = contents({ present: here, answers: answered('keep-both', lookup, main) });
    const [copy, whole, response] = ['Look up', 'Send a photo', 'An order'].map((name) =>
      kept.find((each) => each.name === name),
    ) as [Flow, Flow, Fixture];
    expect(kept).toHaveLength(3);
    expect(copy.id).not.toBe(lookup.id);
    expect(flowsRunBy(whole)).toEqual([copy.id]);
    expect(response.id).not.toBe(fixture.id);
    expect([response.flow, copy.nodes.some(({ id }) => id === response.node)]).toEqual([copy.id, true]);
    expect(copy.nodes.some(({ id }) => lookup.nodes.some((node) => node.id === id))).toBe(false);
  });

  it('has one document of defaults', () => {
    const mine = {
      ...defaults,
      id: 'en_minemineminE'.toLowerCase() as Environment['id'],
      name: 'My defaults',
    };
    const here = [placed(mine, 'environments/mine.json')];
    const imported = contents({ present: here }).find(({ id }) => id === defaults.id);
    expect(imported).toEqual({ ...defaults, defaults: undefined });
    expect(contents({}).find(({ id }) => id === defaults.id)).toEqual(defaults);
  });
});

describe('a secret that is here', () => {
  const holds = () => true;
  const slotsOf = (id: string, more: Partial<ImportSetting>) =>
    written(more).find(({ from }) => from === id)?.slots ?? new Map();

  it('is never taken by a document that comes anew', () => {
    for (const [slot, own] of slotsOf(shop.id, { holds })) expect(own).not.toBe(slot);
    const endpoint = contents({ holds }).find(({ id }) => id === shop.id) as Endpoint;
    expect(JSON.stringify(endpoint)).not.toContain(bundleSlots.token);
  });

  const replacing = (mine: Partial<Endpoint>) =>
    slotsOf(shop.id, {
      holds,
      present: present({ ...shop, ...mine }),
      answers: answered('replace', shop),
    });

  it('stays with an endpoint that replaces itself and sends it to the same place', () => {
    expect([...replacing({ description: 'Mine' })]).toEqual([
      [bundleSlots.token, bundleSlots.token],
      [bundleSlots.header, bundleSlots.header],
    ]);
  });

  it.each<[string, Partial<Endpoint>]>([
    ['another host', { baseUrl: 'https://shop.example.evil/v2' }],
    ['another scheme', { baseUrl: 'http://shop.example/v2' }],
    ['no verification', { tls: { ...shop.tls, verify: false } }],
    ['a proxy', { proxy: { mode: 'manual', url: 'http://proxy.example:3128', noProxy: [] } }],
    ['other allowed hosts', { allowedHosts: ['evil.example'] }],
    ['redirects to plain http', { redirects: { ...shop.redirects, allowPlainHttp: true } }],
    ['another header', { headers: [{ ...shop.headers[0]!, name: 'X-Other' }] }],
  ])('does not stay where the two differ by %s', (_what, mine) => {
    for (const [slot, own] of replacing(mine)) expect(own).not.toBe(slot);
  });

  it('stays with a value of an environment of the same name alone', () => {
    const here = (name: string) =>
      slotsOf(staging.id, {
        holds,
        present: present({
          ...staging,
          colour: 'red',
          values: [{ name, secret: bundleSlots.value, enabled: true }],
        }),
        answers: answered('replace', staging),
      });
    expect(here('shop_key').get(bundleSlots.value)).toBe(bundleSlots.value);
    expect(here('other_key').get(bundleSlots.value)).not.toBe(bundleSlots.value);
  });

  it('is kept apart whatever is answered', () => {
    const anyAnswers = fc.dictionary(
      fc.constantFrom(...placedStory.map(({ stored }) => stored.content.id as string)),
      fc.constantFrom(...importAnswers),
    );
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, isChanged) => {
        const here = isChanged
          ? present({ ...shop, baseUrl: 'https://other.example' }, { ...lookup, strict: true })
          : [];
        const all = written({ holds, present: here, answers: new Map(Object.entries(answers)) });
        for (const { slots } of all) for (const [slot, own] of slots) expect(own).not.toBe(slot);
        expect(new Set(all.map(({ stored }) => stored.content.id)).size).toBe(all.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
