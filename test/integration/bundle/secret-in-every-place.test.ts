// Wherever in a bundle the value of a secret stands, in whatever encoding, the search before an export finds it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBundle } from '#shared/bundle/make-bundle.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { bundleSha256 } from '#electron/bundle/bundle-digest.ts';
import { type Leaving, secretsInside } from '#electron/bundle/secrets-inside.ts';
import { anyDocument } from '../../support/any-document.ts';
import { bundleStory, photo, placed, placedStory } from '../../support/bundle-story.ts';
import { canaries } from '../../support/canaries.ts';
import { changedAt, type Way, waysIn } from '../../support/changed-value.ts';
import { runs } from '../../support/runs.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { textForms } from '../../support/secret-forms.ts';

const story: Leaving = {
  name: 'Acme Shop',
  version: '1.0.0',
  flows: [bundleStory.main.id],
  documents: placedStory,
  files: [{ name: 'files/photo.png', bytes: photo }],
};
/** Of a length that costs little to look for. */
const planting = [canaries.quote, canaries.accents, canaries.password];

/** Whether an export would be refused, and the forms in which the secret would have left with it. */
async function exported(leaving: Leaving, value: string) {
  const inside = secretsInside(leaving, [{ name: 'KEY', value }]);
  const text = await makeBundle(leaving, bundleSha256);
  return { isRefused: inside.length > 0, forms: formsFound(Buffer.from(text), value) };
}

function valueOf(document: WorkspaceDocument): Value {
  const read = readJson(writeDocument(document, null));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

/** The document with a text at one place; `null` where no such document can be. */
function planted(document: WorkspaceDocument, way: Way, text: string) {
  const changed = changedAt(valueOf(document), way, () => text);
  const read = readDocument('a.json', writeJson(changed));
  return read.ok ? read.value : null;
}

const everyText = (document: WorkspaceDocument) =>
  waysIn(valueOf(document)).filter((way) => {
    let part = valueOf(document);
    for (const step of way) part = (part as Readonly<Record<string | number, Value>>)[step] ?? null;
    return typeof part === 'string';
  });

describe('a secret', () => {
  it('is found at every text of every document, in every encoding in turn', async () => {
    const forms = Object.keys(textForms(''));
    let [at, taken] = [0, 0];
    for (const { file, stored } of placedStory)
      for (const way of everyText(stored.content)) {
        const value = planting[at % planting.length] ?? '';
        const encoding = forms[at % forms.length] ?? '';
        at += 1;
        const changed = planted(stored.content, way, `a ${textForms(value)[encoding] ?? ''} b`);
        if (changed === null) continue;
        taken += 1;
        const documents = [{ file, stored: changed }];
        const { isRefused } = await exported({ ...story, flows: [], documents }, value);
        expect(isRefused, `${file} ${way.join('.')} ${encoding}`).toBe(true);
      }
    expect(taken).toBeGreaterThan(40);
  });

  it.each<[where: string, value: string, leaving: Partial<Leaving>]>([
    ['the name of the workspace', canaries.quote, { name: `Shop ${canaries.quote}` }],
    ['the version of the maker', canaries.password, { version: `1.0.0-${canaries.password}` }],
    [
      'the reason of a silenced rule',
      canaries.quote,
      { silenced: [{ rule: 'body-on-get', reason: `As ${canaries.quote} says` }] },
    ],
    [
      'a name that a document gets for the bundle',
      canaries.password,
      { documents: [placed({ ...bundleStory.shop, name: 'Canary: Pass 4711!' }, 'endpoints/con.json')] },
    ],
    [
      'the name of a secret that it needs',
      'CANARY_PASS_4711',
      { documents: [placed({ ...bundleStory.shop, name: 'Canary pass 4711' }, 'endpoints/a.json')] },
    ],
    [
      'where a secret goes',
      'https://canary-pass-4711.example',
      {
        documents: [
          placed({ ...bundleStory.shop, baseUrl: 'HTTPS://Canary-Pass-4711.example/v1' }, 'endpoints/a.json'),
        ],
      },
    ],
    [
      'the name of a file',
      canaries.accents,
      { files: [{ name: `files/${canaries.accents}`, bytes: photo }] },
    ],
    [
      'a file whose base64 it is',
      canaries.long,
      { files: [{ name: 'files/a', bytes: Buffer.from(canaries.long, 'base64') }] },
    ],
  ])('is found in %s', async (_where, value, leaving) => {
    expect(await exported({ ...story, ...leaving }, value)).toMatchObject({ isRefused: true });
    expect((await exported({ ...story, ...leaving }, value)).forms).not.toEqual([]);
    expect(await exported({ ...story, ...leaving }, 'another-canary-4711')).toEqual({
      isRefused: false,
      forms: [],
    });
  });

  it('never stands in a bundle that would be exported', async () => {
    const anyPlace = fc.record({
      documents: fc.uniqueArray(anyDocument, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
      at: fc.nat(),
      value: fc.constantFrom(...planting),
      encoding: fc.constantFrom(...Object.keys(textForms(''))),
    });
    await fc.assert(
      fc.asyncProperty(anyPlace, async ({ at, documents, encoding, value }) => {
        const [first, ...others] = documents;
        if (first === undefined) return;
        const ways = everyText(first);
        const text = textForms(value)[encoding] ?? '';
        const changed = planted(first, ways[at % ways.length] ?? [], text);
        const leaving = {
          ...story,
          flows: [],
          documents: [
            changed === null ? placed(first, 'flows/a.json') : { file: 'flows/a.json', stored: changed },
            ...others.map((each, index) => placed(each, `flows/b ${String(index)}.json`)),
          ],
        };
        const { forms, isRefused } = await exported(leaving, value);
        expect(isRefused).toBe(changed !== null);
        if (!isRefused) expect(forms).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});
