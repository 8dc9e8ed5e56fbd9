// A person writes this file by hand, so each mistake has to be answered with a sentence.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readAnswers } from '#electron/cli/answers-file.ts';
import { exampleFolder as findExample } from '#electron/cli/example-folder.ts';
import { noKeyStore } from '#electron/cli/no-key-store.ts';
import { exampleFolder } from '../../../stories/order-lookup.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flowbench-answers-'));
const file = path.join(folder, 'answers.json');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const good = { flow: 'Order lookup', environment: null, inputs: { a: '1' }, answers: ['x'] };
const read = (text: string) => {
  writeFileSync(file, text);
  return readAnswers(file);
};

describe('readAnswers', () => {
  test('reads what the README describes', async () => {
    expect(await read(JSON.stringify(good))).toEqual({ ok: true, value: good });
  });

  test.each([
    ['no JSON', '{', ''],
    ['an answer that is no text', JSON.stringify({ ...good, answers: [1] }), ' at answers.0'],
    ['a member too many', JSON.stringify({ ...good, answer: 'x' }), ''],
    ['a member too few', JSON.stringify({ ...good, flow: undefined }), ' at flow'],
  ])('says where it is something else: %s', async (_, text, place) => {
    expect(await read(text)).toEqual({
      ok: false,
      failure: `${file} is not as the README of the examples describes${place}.`,
    });
  });

  test('says that there is no such file', async () => {
    expect(await readAnswers(path.join(folder, 'none.json'))).toMatchObject({ ok: false });
  });
});

describe('exampleFolder', () => {
  test('finds the example from anywhere inside the project', () => {
    expect(findExample(import.meta.dirname)).toBe(exampleFolder);
  });

  test('finds none elsewhere', () => {
    expect(findExample(folder)).toBeNull();
  });
});

test('there is no key store on the command line', async () => {
  const cipher = noKeyStore();
  expect(await cipher.available()).toEqual({ usable: false, backend: 'none', reason: 'none' });
  await expect(cipher.encrypt('x', '')).rejects.toThrow();
  await expect(cipher.decrypt(new Uint8Array(), '')).rejects.toThrow();
});
