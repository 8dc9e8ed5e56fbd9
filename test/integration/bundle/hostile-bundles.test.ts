// Bundles that were changed at random, many of them signed again: each is imported or refused in words and soon, and
// nothing is written outside of the workspace.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importAnswers } from '#shared/bundle/import-plan.ts';
import { bundleDigest } from '#shared/bundle/make-bundle.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { bundleSha256 } from '#electron/bundle/bundle-digest.ts';
import { importBundle, readBundleFile } from '#electron/bundle/import-bundle.ts';
import { readWorkspace } from '#electron/workspace/read-workspace.ts';
import { openWorkspace } from '#electron/workspace/workspace.ts';
import { anyText, anyValue } from '../../support/any-value.ts';
import { storyBundle } from '../../support/bundle-story.ts';
import { writeEmptyWorkspace, writeStoryWorkspace } from '../../support/bundle-workspaces.ts';
import { changedAt, waysIn } from '../../support/changed-value.ts';
import { workspacePorts } from '../../support/open-workspace.ts';
import { runs } from '../../support/runs.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes);

/** How long reading a bundle and importing it may take together. */
const longestMs = 5000;

/** Texts that lead elsewhere, where nobody looks. */
const dangerous = [
  '../../outside.json',
  '/tmp/outside.json',
  'flows/../../outside.json',
  'files/../../outside',
  'C:\\outside.json',
  'flows/a\u0000.json',
  '{{#each @env}}{{this}}{{/each}}',
  '__proto__',
  'x'.repeat(10_000),
];

/** What a stranger may write where something else belongs. */
const anyPart: fc.Arbitrary<Value> = fc.oneof(anyValue, fc.constantFrom(...dangerous));

/** Another value of the same kind, which a schema mostly takes. */
function another(value: Value, text: string, number: number): Value {
  if (typeof value === 'string') return text;
  if (typeof value === 'number') return number;
  if (typeof value === 'boolean') return !value;
  return isValueList(value) ? value.toReversed() : value;
}

const anyChange = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('like', 'like', 'like', 'other', 'gone'),
  part: anyPart,
  text: fc.oneof(anyText, fc.constantFrom(...dangerous)),
  number: fc.integer({ min: -10, max: 1000 }),
  isSigned: fc.oneof(
    { arbitrary: fc.constant(true), weight: 4 },
    { arbitrary: fc.constant(false), weight: 1 },
  ),
  flip: fc.option(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { freq: 1 }),
  answer: fc.constantFrom(...importAnswers),
  isThere: fc.boolean(),
});
type Change = typeof anyChange extends fc.Arbitrary<infer Of> ? Of : never;

/** The bytes of a bundle with a change, signed again or not. */
function changedBytes(bundle: Value, { at, flip, isSigned, kind, number, part, text }: Change): Buffer {
  const all = waysIn(bundle);
  const changed = changedAt(bundle, all[at % all.length] ?? [], (value) => {
    if (kind === 'gone') return undefined;
    return kind === 'other' ? part : another(value, text, number);
  });
  const signed =
    isSigned && isValueObject(changed)
      ? { ...changed, sha256: bundleDigest(changed, bundleSha256) }
      : changed;
  const bytes = Buffer.from(writeJson(signed, 2));
  if (flip !== null) bytes[flip.at % bytes.length] = flip.byte;
  return bytes;
}

it(
  'is imported or refused in words and soon, and writes nothing outside',
  { timeout: 3_600_000 },
  async () => {
    const read = readJson(await storyBundle());
    if (!read.ok) throw new Error(read.failure.message);
    let [round, taken, refused] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyChange, async (change) => {
        round += 1;
        const place = folder.file(String(round));
        await mkdir(place);
        await writeFile(`${place}/a.flowbundle.json`, changedBytes(read.value, change));
        const readMs = performance.now();
        const bundle = await readBundleFile(`${place}/a.flowbundle.json`);
        const readTookMs = performance.now() - readMs;
        expect(readTookMs, 'ms to read it').toBeLessThan(longestMs);
        if (!bundle.ok) {
          refused += 1;
          expect(bundle.failure.message).toMatch(/^.{10,2000}\.$/su);
          return;
        }
        taken += 1;
        await (change.isThere ? writeStoryWorkspace : writeEmptyWorkspace)(`${place}/workspace`);
        const opened = await openWorkspace(`${place}/workspace`, workspacePorts(`${place}/data`));
        if (!opened.ok) throw new Error(opened.failure.message);
        const content = await readWorkspace(`${place}/workspace`);
        const present = content.ok ? content.value.documents : [];
        const answers = new Map(
          bundle.value.documents.map(({ stored }) => [stored.content.id as string, change.answer]),
        );
        const setting = { present, answers, holds: () => false, fillRandom };
        const importMs = performance.now();
        const imported = await importBundle(opened.value, bundle.value, setting);
        const tookMs = readTookMs + performance.now() - importMs;
        expect(tookMs, 'ms to read and to import it').toBeLessThan(longestMs);
        await opened.value.close();
        if (!imported.ok) expect(imported.failure.message).toMatch(/^Nothing was imported: .+\.$/);
        expect((await readdir(place)).sort()).toEqual(['a.flowbundle.json', 'data', 'workspace']);
        expect(await readdir(folder.path)).toHaveLength(round);
        // What was written is a workspace that opens without a problem.
        expect(await readWorkspace(`${place}/workspace`)).toMatchObject({
          ok: true,
          value: { problemFiles: [] },
        });
      }),
      { numRuns: runs(200) },
    );
    expect(taken, 'bundles that were taken').toBeGreaterThan(10);
    expect(refused, 'bundles that were refused').toBeGreaterThan(10);
  },
);
