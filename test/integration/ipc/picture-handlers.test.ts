// Pictures leave the page here: into the file that was picked or onto the clipboard, and never with a secret in them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pictureHandlers } from '../../../electron/ipc/handlers/picture-handlers.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]).toString('base64');
const folder = useTemporaryFolder();
const asked: unknown[][] = [];
const handlersFor = (target: string | null, copied: Buffer[] = []) =>
  pictureHandlers({
    dialogs: {
      pickSaveFile: (...question) => {
        asked.push(question);
        return Promise.resolve(target);
      },
    },
    holdsSecret: (text) => text.includes('s3cr3t'),
    writePicture: (bytes) => copied.push(bytes) > 0,
  });

test('an SVG and a PNG are written to the file that was picked', async () => {
  const target = path.join(folder.path, 'flow.svg');
  const handlers = handlersFor(target);
  const svg = '<svg>Ä</svg>';
  expect(
    await handlers['picture.save']({
      suggestedName: '../../Flow.svg',
      content: { format: 'svg', svg },
      texts: [],
    }),
  ).toEqual({ ok: true, value: { name: 'flow.svg' } });
  expect(asked.at(-1)).toEqual(['Flow.svg', 'svg-picture']);
  expect(await readFile(target, 'utf8')).toBe(svg);
  expect(
    await handlers['picture.save']({ suggestedName: 'Flow.png', content: { format: 'png', png }, texts: [] }),
  ).toMatchObject({ ok: true });
  expect((await readFile(target)).toString('base64')).toBe(png);
});

test('a text with a secret is refused before anything is asked or copied', async () => {
  const copied: Buffer[] = [];
  const handlers = handlersFor('/nowhere/x.svg', copied);
  const before = asked.length;
  const texts = ['Say', 'the s3cr3t is'];
  const refused = { ok: false, failure: { code: 'holds-secret' } };
  expect(
    await handlers['picture.save']({
      suggestedName: 'x.svg',
      content: { format: 'svg', svg: '<svg/>' },
      texts,
    }),
  ).toMatchObject(refused);
  expect(await handlers['picture.copy']({ png, texts })).toMatchObject(refused);
  expect([asked.length, copied]).toEqual([before, []]);
});

test('changing one’s mind, a file that cannot be written and bytes that are no PNG are told apart', async () => {
  const content = { format: 'svg', svg: '<svg/>' } as const;
  const save = (target: string | null) =>
    handlersFor(target)['picture.save']({ suggestedName: 'x.svg', content, texts: [] });
  expect(await save(null)).toMatchObject({ failure: { code: 'cancelled' } });
  expect(await save('/nowhere/at/all/x.svg')).toEqual({
    ok: false,
    failure: {
      code: 'not-written',
      message: 'The picture was not saved to /nowhere/at/all/x.svg: its folder is not there.',
    },
  });
  const copied: Buffer[] = [];
  const handlers = handlersFor('/nowhere/x.png', copied);
  expect(await handlers['picture.copy']({ png: 'AAAA', texts: [] })).toMatchObject({
    failure: { code: 'no-picture' },
  });
  expect(
    await handlers['picture.save']({
      suggestedName: 'x.png',
      content: { format: 'png', png: 'AAAA' },
      texts: [],
    }),
  ).toMatchObject({ failure: { code: 'no-picture' } });
  expect(await handlers['picture.copy']({ png, texts: [] })).toEqual({ ok: true, value: null });
  expect(copied).toHaveLength(1);
});
