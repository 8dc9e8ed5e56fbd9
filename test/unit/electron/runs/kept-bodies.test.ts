// Bodies that are shown are kept without the secrets in them, and must stay readable.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptBodies } from '#electron/runs/kept-bodies.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import type { ResponseBody } from '#electron/executor/response-body.ts';
import { readStoredBody } from '#electron/executor/stored-body.ts';

const secret = '4711081542';
let folder: string;
let bodies: KeptBodies;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flowbench-kept-'));
  const secrets = new KnownSecrets();
  secrets.add([{ value: secret }]);
  bodies = new KeptBodies(path.join(folder, 'run'), secrets);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function inMemory(text: string, kind: ResponseBody['kind'] = 'text'): ResponseBody {
  const bytes = Buffer.from(text);
  const stored = { in: 'memory', bytes, sizeBytes: bytes.length } as const;
  return {
    kind,
    contentType: 'text/plain',
    sizeBytes: bytes.length,
    file: null,
    read: (start, end) => readStoredBody(stored, start, end),
  };
}

function inFile(text: string): ResponseBody {
  const file = path.join(folder, 'raw.body');
  writeFileSync(file, text);
  const stored = { in: 'file', file, sizeBytes: Buffer.byteLength(text) } as const;
  return { ...inMemory(text), file, read: (start, end) => readStoredBody(stored, start, end) };
}

async function shown(body: ResponseBody): Promise<string> {
  const handle = await bodies.keep(body);
  const kept = bodies.get(handle?.handle ?? '');
  if (kept === null) throw new Error('The body was not kept.');
  return Buffer.from(await kept.read(0, kept.handle.sizeBytes)).toString('utf8');
}

describe('KeptBodies', () => {
  test('keeps bodies without their secrets, also where that makes them longer', async () => {
    expect(await shown(inMemory(`a ${secret} b`))).toBe('a •••••••• b');
    expect(await shown(inFile(`${secret},`.repeat(3)))).toBe('••••••••,'.repeat(3));
    expect(readFileSync(path.join(folder, 'raw.body'), 'utf8')).toBe('••••••••,'.repeat(3));
  });

  test('keeps JSON readable where a secret was a number in it', async () => {
    expect(await shown(inMemory(`{"pin":${secret},"total":1.10}`, 'json'))).toBe(
      '{"pin":"••••••••","total":1.10}',
    );
  });

  test('keeps JSON as it was written where a secret was a text in it', async () => {
    expect(await shown(inMemory(`{ "pin" : "${secret}" }`, 'json'))).toBe('{ "pin" : "••••••••" }');
  });

  test('gives each body a handle of its own', async () => {
    const handles = [await bodies.keep(inMemory('a')), await bodies.keep(inMemory('b'))];
    expect(handles.map((handle) => handle?.handle)).toEqual(['body-1', 'body-2']);
    expect(await bodies.keep({ ...inMemory(''), kind: 'none' })).toBeNull();
    expect(bodies.get('body-3')).toBeNull();
  });

  test('does not keep what it could not clean', async () => {
    const gone = inFile(secret);
    const lost = path.join(folder, 'raw.body');
    rmSync(lost);
    expect(await bodies.keep(gone)).toBeNull();
    expect(existsSync(lost)).toBe(false);
  });

  test('removes everything when it is dropped', async () => {
    await bodies.keep(inMemory('a'));
    const kept = bodies.get('body-1');
    const file = await bodies.fileOf(kept!);
    expect(readFileSync(file, 'utf8')).toBe('a');
    await bodies.drop();
    expect(existsSync(bodies.folder)).toBe(false);
    expect(bodies.get('body-1')).toBeNull();
  });

  test('are shown by a run that shares the past of another one, also after that one is dropped', async () => {
    const handle = (await bodies.keep(inMemory('of both')))?.handle ?? '';
    const file = await bodies.fileOf(bodies.get(handle)!);
    const second = new KeptBodies(path.join(folder, 'second'), new KnownSecrets(), Promise.resolve(), bodies);
    const own = (await second.keep(inMemory('of the second')))?.handle ?? '';
    expect(own).not.toBe(handle);
    expect(bodies.get(own)).toBeNull();
    await bodies.drop();
    expect(existsSync(file)).toBe(true);
    const kept = second.get(handle);
    expect(Buffer.from((await kept?.read(0, 7)) ?? []).toString('utf8')).toBe('of both');
    await second.drop();
    expect(existsSync(file)).toBe(false);
  });
});
