// What a start remembers of earlier ones: a host that gave nothing is left alone for a day, and rubbish is swept up.
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepAbandoned } from '../../../scripts/steps/electron-from-npm.mjs';
import { failedLately, rememberTry } from '../../../scripts/steps/unreached-host.mjs';

const hourMs = 60 * 60 * 1000;
const host = 'https://downloads.example.test/electron/';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(path.join(os.tmpdir(), 'flowbench-cache-'));
});
afterEach(() => rm(cache, { recursive: true }));

describe('a download host', () => {
  it('is asked where nothing is known of it', async () => {
    expect(await failedLately(cache, host)).toBe(false);
  });

  it('is left alone for a day after it failed, and no longer', async () => {
    const nowMs = Date.now();
    await rememberTry(cache, host, false);
    expect(await failedLately(cache, host, nowMs + hourMs)).toBe(true);
    expect(await failedLately(cache, host, nowMs + 23 * hourMs)).toBe(true);
    expect(await failedLately(cache, host, nowMs + 25 * hourMs)).toBe(false);
  });

  it('is asked again where the clock was set back since', async () => {
    await rememberTry(cache, host, false);
    expect(await failedLately(cache, host, Date.now() - hourMs)).toBe(false);
  });

  it('is no reason to leave another one alone', async () => {
    await rememberTry(cache, host, false);
    expect(await failedLately(cache, 'https://mirror.example.test/')).toBe(false);
  });

  it('is trusted again once it succeeded', async () => {
    await rememberTry(cache, host, false);
    await rememberTry(cache, host, true);
    expect(await failedLately(cache, host)).toBe(false);
  });

  it('is asked every time where nothing can be remembered', async () => {
    await writeFile(path.join(cache, 'file'), '');
    const nowhere = path.join(cache, 'file', 'cache');
    await rememberTry(nowhere, host, false);
    expect(await failedLately(nowhere, host)).toBe(false);
  });
});

describe('the cache of Electron', () => {
  it('loses preparations that were interrupted a day ago, and nothing else', async () => {
    const nowMs = Date.now();
    for (const name of ['preparing-old', 'preparing-new', '33.2.1-0a1b2c3d']) {
      await mkdir(path.join(cache, name, 'dist'), { recursive: true });
      const age = name === 'preparing-new' ? hourMs : 40 * hourMs;
      await utimes(path.join(cache, name), (nowMs - age) / 1000, (nowMs - age) / 1000);
    }
    await sweepAbandoned(cache, nowMs);
    expect((await readdir(cache)).sort()).toEqual(['33.2.1-0a1b2c3d', 'preparing-new']);
    await expect(sweepAbandoned(path.join(cache, 'nowhere'))).resolves.toBeUndefined();
  });
});
