// `npm test` has to close with its sums and the right exit code, whatever happens to the parts before it.
import { access, chmod, mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closing, runParts } from '../../../scripts/steps/run-parts.mjs';
import { runVitest } from '../../../scripts/steps/run-tests.mjs';

const fixture = (name: string) => path.resolve(import.meta.dirname, '../../fixtures/runs', name);
const nothing = () => Promise.resolve();

async function closed(parts: Parameters<typeof runParts>[0], before = nothing) {
  const shown: string[] = [];
  const results = await runParts(parts, { before, show: (text) => shown.push(text) });
  const { text, exitCode } = closing(results, 61_400);
  return { shown: shown.join(''), lines: text.trimEnd().split('\n'), exitCode };
}

describe('the closing line of a run of real tests', () => {
  it.each([
    ['passing', 0, ['Took 61 s.', '1 passed, 0 failed']],
    [
      'failing',
      1,
      [
        '✗ unit: does not hold: AssertionError: expected 2 to be 3 // Object.is equality',
        'Took 61 s.',
        '1 passed, 1 failed',
      ],
    ],
    ['skipped', 1, ['✗ unit: is not asked: skipped', 'Took 61 s.', '1 passed, 1 failed']],
  ])('where one is %s, and the run exits with %d', async (name, code, lines) => {
    const unit = async () => [await runVitest('unit', fixture(name))];
    expect(await closed({ unit })).toMatchObject({ lines, exitCode: code });
  });
});

describe('the closing line comes', () => {
  const fine = { name: 'fine', passed: 3, failed: 0, failures: [], output: '', durationMs: 1 };

  it('where a part cannot run, after the parts behind it', async () => {
    const { lines, exitCode, shown } = await closed({
      broken: () => Promise.reject(new Error('no display')),
      fine: () => Promise.resolve([fine]),
    });
    expect(lines).toEqual(['✗ broken: no display', 'Took 61 s.', '3 passed, 1 failed']);
    expect(exitCode).toBe(1);
    expect(shown).toBe('✗ broken\nno display\n');
  });

  it('where nothing can be set up', async () => {
    const { lines, exitCode } = await closed({ fine: () => Promise.resolve([fine]) }, () =>
      Promise.reject(new Error('npm ci failed')),
    );
    expect(lines).toEqual(['✗ set up: npm ci failed', 'Took 61 s.', '0 passed, 1 failed']);
    expect(exitCode).toBe(1);
  });

  it('where no part was there to run, as a failure', async () => {
    expect(await closed({})).toMatchObject({ lines: ['Took 61 s.', '0 passed, 0 failed'], exitCode: 1 });
  });

  it('where the folder for temporary files cannot be made', async () => {
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = '/nonexistent/folder';
    const { lines, exitCode } = await closed({ fine: () => Promise.resolve([fine]) });
    expect(process.env['TMPDIR']).toBe('/nonexistent/folder');
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    expect(lines[0]).toMatch(/^✗ set up: ENOENT/);
    expect(exitCode).toBe(1);
  });
});

describe('the folder for temporary files', () => {
  it('is there for every part and gone afterwards, with what was left in it', async () => {
    let folder = '';
    const part = async () => {
      folder = os.tmpdir();
      await mkdir(path.join(folder, 'left/behind'), { recursive: true });
      await writeFile(path.join(folder, 'left/behind/file'), '');
      await chmod(path.join(folder, 'left/behind/file'), 0o400);
      return [];
    };
    await closed({ part });
    expect(path.basename(folder)).toMatch(/^flowbench-tests-/);
    await expect(access(folder)).rejects.toThrow('ENOENT');
    expect(os.tmpdir()).not.toBe(folder);
  });
});
