// The border between memory and file is crossed while a body arrives; both sides are tried.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BodyStore } from '#electron/executor/body-store.ts';
import { dropStoredBody, memoryLimitBytes, readStoredBody } from '#electron/executor/stored-body.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

describe('A body store', () => {
  const folder = useTemporaryFolder();
  const store = () => new BodyStore(() => Promise.resolve(folder.path));

  it('keeps a small body in memory and never asks for a folder', async () => {
    const small = new BodyStore(() => Promise.reject(new Error('asked for a folder')));
    expect(small.add(Buffer.from('ab'))).toBeNull();
    expect(small.add(Buffer.alloc(memoryLimitBytes - 2))).toBeNull();
    const body = await small.finish();
    expect(body).toMatchObject({ in: 'memory', sizeBytes: memoryLimitBytes });
    expect(Buffer.from(await readStoredBody(body, 0, 2)).toString()).toBe('ab');
  });

  it('of no piece is an empty body', async () => {
    expect(await store().finish()).toEqual({ in: 'memory', bytes: Buffer.alloc(0), sizeBytes: 0 });
  });

  it('writes everything to one file once the body is too large, in order', async () => {
    const large = store();
    const pieces = ['a', 'b', 'c'].map((letter) => Buffer.alloc(memoryLimitBytes / 2, letter));
    expect(large.add(pieces[0]!)).toBeNull();
    expect(large.add(pieces[1]!)).toBeNull();
    await large.add(pieces[2]!);
    await large.add(Buffer.from('end'));
    const body = await large.finish();
    expect(body.in).toBe('file');
    const file = body.in === 'file' ? body.file : '';
    expect(path.dirname(file)).toBe(folder.path);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file)).equals(Buffer.concat([...pieces, Buffer.from('end')]))).toBe(true);
    expect(body.sizeBytes).toBe(memoryLimitBytes * 1.5 + 3);
  });

  it('forgets a file that was begun', async () => {
    const large = store();
    await large.add(Buffer.alloc(memoryLimitBytes + 1));
    await large.discard();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('takes nothing more once it is forgotten', async () => {
    const large = store();
    await large.add(Buffer.alloc(memoryLimitBytes + 1));
    await large.discard();
    expect(large.add(Buffer.alloc(memoryLimitBytes + 1))).toBeNull();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('can be forgotten while it is still writing, and when it could not write', async () => {
    const writing = store();
    void writing.add(Buffer.alloc(memoryLimitBytes + 1));
    await writing.discard();
    const broken = new BodyStore(() => Promise.reject(new Error('no folder')));
    await expect(broken.add(Buffer.alloc(memoryLimitBytes + 1))).rejects.toThrow('no folder');
    await expect(broken.finish()).rejects.toThrow('no folder');
    await broken.discard();
  });
});

describe('A stored body', () => {
  const folder = useTemporaryFolder();

  it('in a file is read by ranges and can be dropped', async () => {
    const store = new BodyStore(() => Promise.resolve(folder.path));
    await store.add(Buffer.alloc(memoryLimitBytes + 10, '0123456789'));
    const body = await store.finish();
    expect(Buffer.from(await readStoredBody(body, 10, 14)).toString()).toBe('0123');
    expect(await readStoredBody(body, memoryLimitBytes + 8, memoryLimitBytes + 99)).toHaveLength(2);
    expect(await readStoredBody(body, memoryLimitBytes + 99, memoryLimitBytes + 100)).toHaveLength(0);
    await dropStoredBody(body);
    await dropStoredBody(body);
    await expect(readStoredBody(body, 0, 1)).rejects.toThrow('ENOENT');
  });
});
