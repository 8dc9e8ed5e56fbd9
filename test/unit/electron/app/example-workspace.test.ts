// The example is copied once and belongs to the person from then on.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureExampleCopy } from '#electron/app/example-workspace.ts';

function folders() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'flowbench-example-'));
  const source = path.join(root, 'source');
  mkdirSync(path.join(source, 'flows'), { recursive: true });
  writeFileSync(path.join(source, 'flowbench.json'), '{}');
  writeFileSync(path.join(source, 'flows', 'order.json'), 'order');
  return { root, source, target: path.join(root, 'copy') };
}

describe('ensureExampleCopy', () => {
  it('copies the example with everything below it', async () => {
    const { source, target, root } = folders();
    await ensureExampleCopy(source, target);
    expect(readFileSync(path.join(target, 'flowbench.json'), 'utf8')).toBe('{}');
    expect(readFileSync(path.join(target, 'flows', 'order.json'), 'utf8')).toBe('order');
    expect(readdirSync(root).sort()).toEqual(['copy', 'source']);
  });

  it('leaves alone what a person has made of their copy', async () => {
    const { source, target } = folders();
    await ensureExampleCopy(source, target);
    writeFileSync(path.join(target, 'flows', 'order.json'), 'mine');
    await ensureExampleCopy(source, target);
    expect(readFileSync(path.join(target, 'flows', 'order.json'), 'utf8')).toBe('mine');
  });

  it('starts again after it was interrupted', async () => {
    const { source, target } = folders();
    mkdirSync(`${target}.unfinished`);
    writeFileSync(path.join(`${target}.unfinished`, 'half'), '');
    await ensureExampleCopy(source, target);
    expect(readdirSync(target).sort()).toEqual(['flowbench.json', 'flows']);
  });

  it('leaves no half copy behind where the example is missing', async () => {
    const { root, target } = folders();
    await expect(ensureExampleCopy(path.join(root, 'gone'), target)).rejects.toThrow('ENOENT');
    expect(readdirSync(root)).not.toContain('copy');
  });
});
