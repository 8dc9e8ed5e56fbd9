// A bundle is read whole or refused in a sentence that names the place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleLimits } from '#shared/bundle/bundle-limits.ts';
import { bundleDigest, makeBundle } from '#shared/bundle/make-bundle.ts';
import { type BundleFormats, bundleFormats, readBundle } from '#shared/bundle/read-bundle.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { migrations } from '#shared/workspace/migrations.ts';
import { bundleSha256 } from '../../../../electron/bundle/bundle-digest.ts';
import { sealSecrets, unsealSecrets } from '../../../../electron/bundle/sealed-secrets.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { bundleSlots, bundleStory, placed, placedStory, storyBundle } from '../../../support/bundle-story.ts';
import { runs } from '../../../support/runs.ts';

const read = (text: string) => readBundle('acme.flowbundle.json', text, bundleSha256);
const valueOf = (text: string): ValueObject => {
  const json = readJson(text);
  if (!json.ok) throw new Error(json.failure.message);
  return json.value as ValueObject;
};
/** The text of a bundle with a change, and a digest that fits what it is then. */
async function changed(change: (bundle: ValueObject) => Value): Promise<string> {
  const bundle = change(valueOf(await storyBundle())) as ValueObject;
  return writeJson({ ...bundle, sha256: bundleDigest(bundle, bundleSha256) }, 2);
}
const refusal = (text: string) => {
  const outcome = read(text);
  return outcome.ok ? 'it was taken' : `${outcome.failure.code}: ${outcome.failure.message}`;
};

describe('a bundle', () => {
  it('is read with everything in it', async () => {
    const outcome = read(await storyBundle());
    expect(outcome).toMatchObject({
      ok: true,
      value: { name: 'Acme Shop', flows: [bundleStory.main.id], sealed: null },
    });
    if (!outcome.ok) return;
    expect(outcome.value.documents.map(({ file }) => file)).toEqual([
      'endpoints/elsewhere.json',
      'endpoints/shop-api.json',
      'flows/Parts/look-up.json',
      'flows/send-a-photo.json',
      'environments/defaults.json',
      'environments/production.json',
      'environments/staging.json',
      'fixtures/look-up/an-order.json',
    ]);
    expect(outcome.value.files).toEqual([{ name: 'files/photo.png', sizeBytes: 7, base64: 'iVBORwD/Cg==' }]);
  });

  it('tells where secrets go by its documents, and not by what it says of itself', async () => {
    const lying = await changed((bundle) => ({ ...bundle, secrets: [] }));
    const outcome = read(lying);
    expect(outcome.ok && outcome.value.secrets.map(({ name, origin }) => [name, origin])).toEqual([
      ['SHOP_KEY', undefined],
      ['SHOP_API_TOKEN', 'https://shop.example'],
      ['SHOP_API_X_SHOP_CLIENT', 'https://shop.example'],
    ]);
  });

  it('has the same bytes whatever order its parts came in', async () => {
    const documents = placedStory.filter(({ stored }) => stored.content.id !== bundleStory.alone.id);
    expect(await storyBundle({ documents: documents.toReversed() })).toBe(await storyBundle());
  });

  it('gives the same bytes when what was read is made into one again, with keys of newer versions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyDocument, { maxLength: 5, selector: ({ id }) => id }),
        async (documents) => {
          const parts = {
            name: 'Any',
            version: '1.0.0',
            flows: [],
            documents: documents.map((document, at) => {
              const { file, stored } = placed(document, `flows/any ${String(at)}.json`);
              return { file, stored: { ...stored, raw: { ...stored.raw, newer: { key: [at] } } } };
            }),
            files: [],
          };
          const text = await makeBundle(parts, bundleSha256);
          const outcome = read(text);
          expect(outcome.ok ? null : outcome.failure).toBeNull();
          if (!outcome.ok) return;
          const again = { ...parts, documents: outcome.value.documents };
          expect(await makeBundle(again, bundleSha256)).toBe(text);
          expect(text.includes('"newer"')).toBe(documents.length > 0);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it.each<[what: string, change: (bundle: ValueObject) => Value, sentence: RegExp]>([
    [
      'another format',
      (b) => ({ ...b, format: 'flowbench.flow' }),
      /^not-a-bundle: .* is no bundle of Flowbench\.$/,
    ],
    [
      'a newer version',
      (b) => ({ ...b, version: 2 }),
      /^newer-version: .*version 2 .* reads up to 1.*Update Flowbench/,
    ],
    ['no version', (b) => ({ ...b, version: 'one' }), /^damaged: .*"version" is not a number from 1/],
    ['no documents', (b) => ({ ...b, documents: 1 }), /^damaged: .*it has no list of documents/],
    [
      'a document that is none',
      (b) => ({
        ...b,
        documents: [{ file: 'flows/a.json', document: { format: 'flowbench.flow', version: 1 } }],
      }),
      /^damaged: acme\.flowbundle\.json, documents\[0\]: flows\/a\.json is not complete: id/,
    ],
    [
      'a document of a newer version',
      (b) => ({
        ...b,
        documents: [{ file: 'flows/a.json', document: { format: 'flowbench.flow', version: 9 } }],
      }),
      /^newer-version: .*documents\[0\]: flows\/a\.json was written by a newer/,
    ],
    [
      'a document twice',
      (b) => ({ ...b, documents: [...(b['documents'] as Value[]), (b['documents'] as Value[])[0] ?? null] }),
      /^damaged: .*two documents have the id ep_/,
    ],
    [
      'a flow that is not in it',
      (b) => ({ ...b, flows: ['fl_aaaaaaaaaaaa'] }),
      /^damaged: .*flows: it names fl_aaaaaaaaaaaa, which is not in it/,
    ],
    [
      'a file of another size',
      (b) => ({ ...b, files: [{ name: 'files/a', sizeBytes: 3, base64: 'AAAA====' }] }),
      /^damaged: .*files\[0\]\.base64/,
    ],
    [
      'a size that is wrong',
      (b) => ({ ...b, files: [{ name: 'files/a', sizeBytes: 2, base64: 'AAAA' }] }),
      /^damaged: .*files\/a has not the size/,
    ],
    [
      'a file that leads out',
      (b) => ({ ...b, files: [{ name: 'files/../../a', sizeBytes: 3, base64: 'AAAA' }] }),
      /^damaged: .*files\[0\]\.name/,
    ],
    [
      'two names that some disks take for one',
      (b) => ({ ...b, files: ['files/A', 'files/a'].map((name) => ({ name, sizeBytes: 0, base64: '' })) }),
      /^damaged: .*two parts have the name files\/a/,
    ],
  ])('with %s is refused in words', async (_what, change, sentence) => {
    expect(refusal(await changed(change))).toMatch(sentence);
  });

  it.each([
    '../flows/a.json',
    '/flows/a.json',
    'flows/../../a.json',
    'flows/a.txt',
    'flows/.git/a.json',
    'flows\\a.json',
    'secrets/a.json',
    'flows/con.json',
    'flows/a\u0000.json',
    'flows/.json',
  ])('with a document in %j is refused', async (file) => {
    const text = await changed((bundle) => {
      const [first, ...rest] = bundle['documents'] as ValueObject[];
      return { ...bundle, documents: [{ ...first, file }, ...rest] };
    });
    expect(refusal(text)).toMatch(/^damaged: .*documents\[0\]: its file is no place for a document/);
  });

  it('says which rules its workspace silences, in one order, and nothing where that is none', async () => {
    const silenced = [
      { rule: 'variable-unused', reason: 'Kept for later.' },
      { rule: 'body-on-get', reason: '' },
    ];
    const text = await storyBundle({ silenced });
    expect(text).toBe(await storyBundle({ silenced: silenced.toReversed() }));
    expect(read(text)).toMatchObject({ ok: true, value: { silenced: silenced.toReversed() } });
    expect(await storyBundle({ silenced: [] })).toBe(await storyBundle());
    expect(valueOf(await storyBundle())).not.toHaveProperty('silenced');
    expect(read(await storyBundle())).toMatchObject({ ok: true, value: { silenced: [] } });
    expect(refusal(text.replace('Kept for later.', 'Gone.'))).toMatch(/^changed: /);
  });

  it('with more in it than this version knows is read over that, as one with silenced rules once was', async () => {
    const text = await changed((bundle) => ({ ...bundle, later: [{ any: 'thing' }] }));
    expect(read(text)).toMatchObject({ ok: true });
  });

  it('that was changed by hand is told from one that is whole', async () => {
    const text = (await storyBundle()).replace('https://shop.example/v2', 'https://shop.evil.example/v2');
    expect(refusal(text)).toMatch(/^changed: .*does not match its SHA-256/);
  });

  it('may be laid out anew, since its content is the same', async () => {
    expect(read(writeJson(valueOf(await storyBundle()))).ok).toBe(true);
    expect(read(`\ufeff${await storyBundle()}`).ok).toBe(true);
  });

  it('with more than there may be of something is refused by the limit', async () => {
    const many = {
      ...valueOf(await storyBundle()),
      secrets: Array.from({ length: bundleLimits.secrets + 1 }, () => ({})),
    };
    expect(refusal(writeJson(many))).toMatch(/^too-large: .*more than 2,000 secrets/);
    const deep = `{"format":"flowbench.bundle","version":1,"x":${'['.repeat(300)}${']'.repeat(300)}}`;
    expect(refusal(deep)).toMatch(/^too-large: .*more than 200 brackets/);
    expect(refusal('{"format"')).toMatch(/^not-json: .*line 1, column 10/);
  });
});

describe('a bundle of an older version', () => {
  const marked = (file: ValueObject) => ({ ...file, name: `${file['name'] as string} (older)` });
  /** What a schema of now reads, of a version to come. */
  const ofVersion2 = (file: unknown) => ({ ...(file as object), version: 1 });
  /** The formats of a version to come, in which bundles and flows are of version 2. */
  const formats: BundleFormats = {
    steps: { ...migrations, 'flowbench.bundle': [marked], 'flowbench.flow': [marked] },
    head: z.preprocess(ofVersion2, bundleFormats.head),
    document: z.preprocess(ofVersion2, bundleFormats.document),
  };
  const secrets = [{ holder: bundleStory.shop.id, slot: bundleSlots.token, value: 'not for everybody' }];
  const older = () => storyBundle({ seal: (boundTo) => sealSecrets(secrets, 'correct horse', boundTo) });
  const brought = (text: string) => readBundle('acme.flowbundle.json', text, bundleSha256, formats);

  it('is brought up to date, and so is each of its documents by its own version', async () => {
    const outcome = brought(await older());
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { documents, name } = outcome.value;
    expect(name).toBe('Acme Shop (older)');
    expect(documents.map(({ stored }) => stored.content.name)).toEqual([
      'Elsewhere',
      'Shop API',
      'Look up (older)',
      'Send a photo (older)',
      'Defaults',
      'Production',
      'Staging',
      'An order',
    ]);
    expect(documents.map(({ stored }) => stored.raw['version'])).toEqual([1, 1, 2, 2, 1, 1, 1, 1]);
  });

  it('is whole by what stood in it, and its secrets open by that too', async () => {
    const text = await older();
    const outcome = brought(text);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { sealed, sha256 } = outcome.value;
    expect(sha256).toBe(valueOf(text)['sha256']);
    if (sealed === null) throw new Error('Nothing is sealed.');
    expect(await unsealSecrets(sealed.secrets, 'correct horse', sealed.boundTo)).toEqual({
      ok: true,
      value: secrets,
    });
    const changedByHand = brought(text.replace('https://shop.example/v2', 'https://shop.evil.example/v2'));
    expect(changedByHand).toMatchObject({ ok: false, failure: { code: 'changed' } });
    // As brought up to date it is another one, which nobody signed.
    expect(brought(writeJson({ ...marked(valueOf(text)), version: 2 }))).toMatchObject({
      ok: false,
      failure: { code: 'changed' },
    });
  });
});
