// A file that bodies send may have 20 MB in a bundle, and all of them 60 MB: to the byte, when it is made and when it is read.
import { describe, expect, it } from 'vitest';
import { bundleLimits } from '#shared/bundle/bundle-limits.ts';
import { filesExcess } from '#shared/bundle/files-excess.ts';
import { bundleDigest, type PlacedDocument } from '#shared/bundle/make-bundle.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueObject } from '#shared/value/value-kinds.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { succeeded } from '#shared/outcome/outcome.ts';
import { bundleSha256 } from '#electron/bundle/bundle-digest.ts';
import { previewExport } from '#electron/bundle/export-bundle.ts';
import { readBundleText } from '#electron/bundle/import-bundle.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { placed, storyBundle } from '../../support/bundle-story.ts';

const { fileBytes, filesBytes } = bundleLimits;
/** Three files that are as large as all may be. */
const three = [fileBytes, fileBytes, filesBytes - 2 * fileBytes];

const fileName = (at: number): string => `files/${String(at)}.bin`;

/** A flow that sends so many files. */
function sending(count: number): PlacedDocument {
  const flow = storyFlow({
    name: 'Sending',
    nodes: [
      ['Start', 'start', {}],
      ...Array.from(
        { length: count },
        (_, at) =>
          [
            `Send ${String(at)}`,
            'api-call',
            {
              endpoint: null,
              method: 'POST',
              path: '/',
              body: { type: 'binary', file: fileName(at) },
              responseVariable: 'r',
            },
          ] as const,
      ),
    ],
    connections: [],
  });
  return placed(flow, 'flows/sending.json');
}

/** What an export of files of these sizes comes to. */
async function exporting(sizes: readonly number[]): Promise<string> {
  const document = sending(sizes.length);
  const preview = await previewExport(
    {
      name: 'Acme Shop',
      version: '1.0.0',
      silenced: [],
      documents: [document],
      readFile: (name) => Promise.resolve(succeeded(new Uint8Array(sizes[Number(/\d+/.exec(name))] ?? 0))),
      secrets: () => Promise.resolve([]),
    },
    { flows: [document.stored.content.id as never], environments: [] },
  );
  return preview.ok ? 'goes out' : `${preview.failure.code}: ${preview.failure.message}`;
}

const zeros = (bytes: number): string => {
  const rest = bytes % 3;
  return (
    'A'.repeat(Math.ceil(bytes / 3) * 4 - (rest === 0 ? 0 : 3 - rest)) + '='.repeat(rest === 0 ? 0 : 3 - rest)
  );
};

/** What reading a bundle with files of these sizes comes to. */
async function importing(sizes: readonly number[]): Promise<string> {
  const read = readJson(await storyBundle({ files: [] }));
  if (!read.ok || !isValueObject(read.value)) throw new Error('The story is no bundle.');
  const files = sizes.map((sizeBytes, at) => ({ name: fileName(at), sizeBytes, base64: zeros(sizeBytes) }));
  const bundle = { ...read.value, files };
  // The limits come first, so that nobody has to sign what is beyond them.
  const isWithin = filesExcess(files) === null;
  const text = writeJson(isWithin ? { ...bundle, sha256: bundleDigest(bundle, bundleSha256) } : bundle);
  const outcome = readBundleText('acme.flowbundle.json', text);
  return outcome.ok ? 'comes in' : `${outcome.failure.code}: ${outcome.failure.message}`;
}

describe('the files of a bundle', () => {
  it('may have as much as the limits, and not a byte more', () => {
    const excess = (...sizes: readonly number[]) =>
      filesExcess(sizes.map((sizeBytes, at) => ({ name: fileName(at), sizeBytes })));
    expect(excess(fileBytes)).toBeNull();
    expect(excess(...three, 0)).toBeNull();
    expect(excess(1, fileBytes + 1)).toBe(
      'files/1.bin has 20,971,521 bytes, and a file may have 20 MB (20,971,520 bytes)',
    );
    expect(excess(...three, 1)).toBe(
      'with files/3.bin, which has 1 byte, its files have 62,914,561 bytes, and all together may have 60 MB (62,914,560 bytes)',
    );
  });

  it('go out up to 20 MB each', async () => {
    expect(await exporting([fileBytes])).toBe('goes out');
    expect(await exporting([fileBytes + 1])).toBe(
      'too-large: Nothing was exported: files/0.bin has 20,971,521 bytes, and a file may have 20 MB (20,971,520 bytes). Make it smaller, or choose fewer flows.',
    );
  });

  it('go out no further than 60 MB together', async () => {
    expect(await exporting([...three, 1])).toMatch(
      /^too-large: Nothing was exported: with files\/3\.bin, .*62,914,561 bytes/,
    );
  });

  it('come in up to 20 MB each', async () => {
    expect(await importing([fileBytes])).toBe('comes in');
    expect(await importing([fileBytes + 1])).toBe(
      'too-large: acme.flowbundle.json is too large to be imported: files/0.bin has 20,971,521 bytes, and a file may have 20 MB (20,971,520 bytes).',
    );
  });

  it('come in no further than 60 MB together', async () => {
    expect(await importing([...three, 1])).toMatch(/^too-large: .* with files\/3\.bin, .*62,914,561 bytes/);
  });
});
